import { failure } from "@hostseal/core";
import type { PacketAnswer } from "../api/agent.ts";
import type { Markup } from "../api/markup.ts";
import { CODES } from "../api/translate.ts";
import { pool } from "../wire.ts";
import type { AssignMail } from "./assign-mail.ts";
import { type Place, type Seen, seenIn, toLook } from "./look-at.ts";
import { toBind, toPool, toRemove, toWebmail } from "./operations.ts";
import type { Undo } from "./receipt.ts";

export type Workshop = Place & { readonly assignMail: AssignMail };

export const isOurs = ({ certificate, facts }: Seen, { name, sha256 }: Undo): boolean =>
  certificate === name && facts?.sha256 === sha256;

/** Names of the certificates in the repository of a site; one that is gone has none. */
const storedIn = (answer: PacketAnswer): readonly string[] =>
  answer.verdicts("certificate", "get-pool").flatMap((result) => {
    if (result.kind === "refused") return [];
    return answer.read(result.content, pool).certificates.certificate.map(({ name }) => name);
  });

/** The state of the site, and what lies in its repository. */
export const survey = async (place: Place, undo: Undo) => {
  const answer = await place.agent.ask([toLook(place, undo.site), toPool(undo)]);
  return { seen: seenIn(answer, place, undo.site), stored: storedIn(answer) };
};

const operationsToUndo = (undo: Undo, seen: Seen, isStored: boolean): readonly Markup[] => {
  const webmail = undo.services.find(({ service }) => service === "webmail");
  return [
    ...(isOurs(seen, undo) ? [toBind(undo, undo.before?.name ?? "", undo.ssl)] : []),
    ...(webmail && seen.webmail === undo.name ? [toWebmail(undo, webmail.before)] : []),
    ...(isStored && undo.before?.name !== undo.name ? [toRemove(undo, [undo.name])] : []),
  ];
};

const requireUndone = (answer: PacketAnswer, place: Place, undo: Undo): void => {
  const seen = seenIn(answer, place, undo.site);
  if (!isOurs(seen, undo) || undo.before?.name === undo.name) return;
  const { host } = place.agent;
  const [bound] = answer.verdicts("site", "set");
  if (bound?.kind === "refused" && bound.code === CODES.notFound)
    throw failure(
      "host.refused",
      { host, because: "the certificate before is no longer kept" },
      { evidence: bound.text },
    );
  answer.contents("site", "set", "hosting");
  throw failure("host.refused", { host, because: "it did not go back to the certificate before" });
};

/** Puts back what was there, as far as it is ours that stands in its place; what others have changed since stays. */
export const takeBack = async (workshop: Workshop, undo: Undo): Promise<void> => {
  const { seen, stored } = await survey(workshop, undo);
  const mail = undo.services.find(({ service }) => service === "mail");
  if (mail && seen.mail === undo.name) await workshop.assignMail(undo.site, mail.before);
  const operations = operationsToUndo(undo, seen, stored.includes(undo.name));
  if (operations.length === 0) return;
  requireUndone(await workshop.agent.ask([...operations, toLook(workshop, undo.site)]), workshop, undo);
};

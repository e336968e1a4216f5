import { failure, type InstallKey, type InstallPlan, isFailure } from "@hostseal/core";
import { keyMatches } from "@hostseal/pki";
import type { PacketAnswer } from "../api/agent.ts";
import { errandsOf } from "../api/extension.ts";
import type { Markup } from "../api/markup.ts";
import { CODES, toFailure } from "../api/translate.ts";
import { done } from "../wire.ts";
import { lookAt, type Seen, seenIn, toLook } from "./look-at.ts";
import { toBind, toStore, toWebmail } from "./operations.ts";
import { readUndo, type Undo } from "./receipt.ts";
import { isOurs, takeBack, type Workshop } from "./take-back.ts";

const isAsPlanned = ({ certificate, facts }: Seen, { before }: Undo): boolean =>
  before ? certificate === before.name && facts?.sha256 === before.sha256 : facts === undefined;

/** A key is compared with its certificate here, so that a wrong one never travels. */
const requireMatch = ({ certificate }: InstallPlan, key: InstallKey, host: string): void => {
  if (key.kind === "kept") return;
  try {
    if (keyMatches(certificate, key.pem)) return;
  } catch {
    throw failure("host.refused", { host, because: "the private key cannot be read" });
  }
  throw failure("host.refused", { host, because: "the private key does not belong to the certificate" });
};

const requireStored = (answer: PacketAnswer, undo: Undo, { key, host }: { key: InstallKey; host: string }): void => {
  if (key.kind === "kept") {
    errandsOf(answer, { errand: "install-kept", site: undo.site, schema: done, host });
    return;
  }
  for (const result of answer.verdicts("certificate", "install")) {
    if (result.kind === "refused" && result.code !== CODES.exists) throw toFailure(host, result, "hosting");
  }
};

/** Each name is of one certificate only: what is there under ours is ours, from an attempt whose answer was lost. */
const requireDone = (answer: PacketAnswer, undo: Undo, circumstances: { key: InstallKey; host: string }): void => {
  requireStored(answer, undo, circumstances);
  answer.contents("site", "set", "hosting");
  if (undo.services.some(({ service }) => service === "webmail")) answer.contents("mail", "set_prefs", "mail");
};

const operationsOf = (undo: Undo, store: Markup): readonly Markup[] => [
  store,
  toBind(undo, undo.name, true),
  ...(undo.services.some(({ service }) => service === "webmail") ? [toWebmail(undo, undo.name)] : []),
];

const requireInUse = async (answer: PacketAnswer, workshop: Workshop, undo: Undo): Promise<void> => {
  if (isOurs(seenIn(answer, workshop, undo.site), undo)) return;
  if (isOurs(await lookAt(workshop, undo.site), undo)) return;
  const because = "it says that the certificate is installed, and uses another";
  throw failure("host.refused", { host: workshop.agent.host, because });
};

const install = async (workshop: Workshop, undo: Undo, plan: InstallPlan, key: InstallKey): Promise<void> => {
  const { agent, account } = workshop;
  const store = toStore({ undo, plan, account }, key);
  const operations = [...operationsOf(undo, store), toLook(workshop, undo.site)];
  const answer = await agent.ask(operations, key.kind === "brought" ? [key.pem] : []);
  requireDone(answer, undo, { key, host: agent.host });
  await requireInUse(answer, workshop, undo);
  if (undo.services.some(({ service }) => service === "mail")) await workshop.assignMail(undo.site, undo.name);
};

const isRefusal = (thrown: unknown): boolean =>
  isFailure(thrown, "host.refused") || isFailure(thrown, "host.permission-missing");

/**
 * Stores the certificate, makes the site use it, and believes what it reads back. What the panel refuses in the middle
 * is taken back at once; when no answer came, nobody knows yet what there is to take back.
 */
export const applyPlan = async (workshop: Workshop, plan: InstallPlan, key: InstallKey): Promise<void> => {
  const { host } = workshop.agent;
  const undo = readUndo(plan.receipt, host);
  requireMatch(plan, key, host);
  const seen = await lookAt(workshop, undo.site);
  if (!isOurs(seen, undo) && !isAsPlanned(seen, undo)) throw failure("host.plan-stale", { host });
  try {
    await install(workshop, undo, plan, key);
  } catch (thrown) {
    if (isRefusal(thrown)) await takeBack(workshop, undo);
    throw thrown;
  }
};

import { failure, type InstalledCertificate } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import type { Agent, PacketAnswer } from "../api/agent.ts";
import { errandsOf, runErrand, toErrand } from "../api/extension.ts";
import type { Markup } from "../api/markup.ts";
import { type Look, look } from "../wire.ts";

export type Place = { readonly agent: Agent; readonly account: string };

/** What Plesk uses for a site. */
export type Seen = Look & { readonly facts: CertificateFacts | undefined };

const withFacts = (host: string, seen: Look): Seen => {
  if (seen.certificate === "") return { ...seen, facts: undefined };
  const read = readCertificate(seen.pem);
  if (read.kind === "certificate") return { ...seen, facts: read.certificate };
  throw failure("host.malformed-answer", { host, because: "the installed certificate cannot be read" });
};

export const lookAt = async ({ agent, account }: Place, site: string): Promise<Seen> => {
  const seen = await runErrand(agent, { errand: "look", site, parameters: { account, site }, schema: look });
  return withFacts(agent.host, seen);
};

/** The same as part of a larger packet: what is seen after all that stands before it. */
export const toLook = ({ account }: Place, site: string): Markup => toErrand("look", { account, site });

export const seenIn = (answer: PacketAnswer, { agent }: Place, site: string): Seen => {
  const [seen] = errandsOf(answer, { errand: "look", site, schema: look, host: agent.host });
  if (seen) return withFacts(agent.host, seen);
  throw failure("host.malformed-answer", { host: agent.host, because: "no answer to look" });
};

export const toInstalled = ({ facts }: Seen): InstalledCertificate | undefined =>
  facts && { sha256: facts.sha256, notAfter: facts.notAfter };

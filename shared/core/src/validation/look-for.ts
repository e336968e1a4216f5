import { baseDomain, parseDomainName } from "@hostseal/rules";
import type { DnsAnswer, Probe } from "../ports/probe.ts";
import type { Artefact } from "./artefact.ts";

/** Whether a proof is visible from outside; if not, what is there instead, in words. */
export type ProofLook = { readonly kind: "seen" } | { readonly kind: "not-seen"; readonly found: string };

const seen: ProofLook = { kind: "seen" };
const notSeen = (found: string): ProofLook => ({ kind: "not-seen", found });

const inWords = (answer: DnsAnswer): string => {
  switch (answer.kind) {
    case "records":
      return answer.records.map(({ value }) => `"${value}"`).join(", ");
    case "no-records":
      return "no such record";
    case "no-such-name":
      return "the name does not exist";
    case "failed":
      return `no answer (${answer.because})`;
  }
};

const sameHost = (left: string, right: string): boolean =>
  left.replace(/\.$/, "").toLowerCase() === right.replace(/\.$/, "").toLowerCase();

type RecordArtefact = Extract<Artefact, { kind: "dns-txt" | "dns-cname" }>;

const isIn = (answer: DnsAnswer, artefact: RecordArtefact): boolean =>
  answer.kind === "records" &&
  answer.records.some((record) =>
    artefact.kind === "dns-txt"
      ? record.type === "TXT" && record.value === artefact.value
      : record.type === "CNAME" && sameHost(record.value, artefact.target),
  );

const withoutFirstLabel = (host: string): string => host.slice(host.indexOf(".") + 1);

/** Where a record ends up when its whole name is typed at a provider who adds the domain of the zone by itself. */
const doubledHosts = (host: string): readonly string[] => {
  const parsed = parseDomainName(withoutFirstLabel(host));
  if (parsed.kind !== "name") return [];
  const zones: string[] = [parsed.name];
  const base = baseDomain(parsed.name);
  for (let zone: string = parsed.name; zone.length > base.length; zones.push(zone)) zone = withoutFirstLabel(zone);
  return zones.map((zone) => `${host}.${zone}`);
};

const lookForDoubled = async (artefact: RecordArtefact, type: "TXT" | "CNAME", probe: Probe) => {
  for (const name of doubledHosts(artefact.host)) if (isIn(await probe.dns({ name, type }), artefact)) return name;
  return undefined;
};

const lookForRecord = async (artefact: RecordArtefact, probe: Probe): Promise<ProofLook> => {
  const type = artefact.kind === "dns-txt" ? "TXT" : "CNAME";
  const answer = await probe.dns({ name: artefact.host, type });
  if (isIn(answer, artefact)) return seen;
  if (answer.kind === "records" || answer.kind === "failed") return notSeen(inWords(answer));
  const doubled = await lookForDoubled(artefact, type, probe);
  return notSeen(doubled === undefined ? inWords(answer) : `it stands at ${doubled}, with the domain twice`);
};

const lookForFile = async (artefact: Extract<Artefact, { kind: "file" }>, probe: Probe): Promise<ProofLook> => {
  const answer = await probe.http({ url: `http://${artefact.name}${artefact.path}` });
  if (answer.kind === "failed") return notSeen(answer.detail);
  if (answer.status < 200 || answer.status > 299) return notSeen(`HTTP status ${answer.status}`);
  return answer.body.trim() === artefact.body.trim() ? seen : notSeen("a file with other content");
};

/** Looks for a proof as the issuer will. A message cannot be seen from outside. */
export const lookFor = async (artefact: Artefact, probe: Probe): Promise<ProofLook> => {
  switch (artefact.kind) {
    case "dns-txt":
    case "dns-cname":
      return lookForRecord(artefact, probe);
    case "file":
      return lookForFile(artefact, probe);
    case "email":
      return notSeen("a message is not visible from outside");
  }
};

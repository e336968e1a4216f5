import type { DnsFailure, DnsQuestion, DnsRecord, DnssecState } from "@hostseal/core";
import { RESPONSE } from "./codes.ts";
import { failed, type Outcome } from "./outcome.ts";
import type { Reply } from "./read-reply.ts";

/** Codes of signatures that do not verify (RFC 8914 §4.7 to §4.13). */
const BOGUS_ERRORS = { first: 6, last: 12 };

const FAILURES: ReadonlyMap<number, DnsFailure> = new Map([
  [RESPONSE.formatError, "not-implemented"],
  [RESPONSE.notImplemented, "not-implemented"],
  [RESPONSE.badVersion, "not-implemented"],
  [RESPONSE.refused, "refused"],
  [RESPONSE.notAuthoritative, "refused"],
]);

const isBogus = ({ code, extendedErrors }: Reply): boolean =>
  code === RESPONSE.serverFailure &&
  extendedErrors.some((error) => error >= BOGUS_ERRORS.first && error <= BOGUS_ERRORS.last);

/** The CNAMEs that lead away from a name, in order (RFC 1034 §3.6.2); undefined when they lead round in a ring. */
const aliasesFrom = (name: string, answers: readonly DnsRecord[]): readonly DnsRecord[] | undefined => {
  const aliases: DnsRecord[] = [];
  let next = answers.find((record) => record.type === "CNAME" && record.name === name);
  while (next) {
    if (aliases.includes(next)) return undefined;
    aliases.push(next);
    const { value } = next;
    next = answers.find((record) => record.type === "CNAME" && record.name === value);
  }
  return aliases;
};

const readAnswers = ({ answers }: Reply, { name, type }: DnsQuestion, dnssec: DnssecState): Outcome => {
  const aliases = type === "CNAME" ? [] : aliasesFrom(name, answers);
  if (!aliases) return failed("malformed");
  const owner = aliases.at(-1)?.value ?? name;
  const records = answers.filter((record) => record.type === type && record.name === owner);
  if (records.length > 0) return { kind: "records", records, dnssec };
  return aliases.length > 0
    ? { kind: "alias", target: owner, records: aliases, dnssec }
    : { kind: "no-records", dnssec };
};

/** Judges a reply. The name of the question is in lower case. Records of other names and types are passed over. */
export const readOutcome = (reply: Reply, question: DnsQuestion): Outcome => {
  const dnssec = reply.authentic ? "secure" : "insecure";
  if (reply.code === RESPONSE.noError) return readAnswers(reply, question, dnssec);
  if (reply.code === RESPONSE.noSuchName) return { kind: "no-such-name", dnssec };
  if (isBogus(reply)) return failed("bogus");
  return failed(FAILURES.get(reply.code) ?? "servfail");
};

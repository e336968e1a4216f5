import { type Failure, failure } from "@hostseal/core";
import { withoutKeys } from "@hostseal/panel";
import type { Refusal } from "./api/refusal.ts";

const REASONS: Readonly<Record<string, string>> = {
  ALREADY_EXISTS: "something of that name is there already",
  BAD_REQUEST: "it does not understand the request",
  DOMAIN_ACME_IS_DISABLED: "automatic certificates are switched off for this domain",
  LICENSE_OVERUSED: "the licence of the panel is exceeded",
  LOGIN_ACCOUNT_DISABLED: "the account is suspended",
  NOT_FOUND: "it is not there",
  PRE_HOOK_ERROR: "a hook of the server's administrator forbids it",
  TLS_CERTIFICATE_INVALID: "it does not take this certificate",
};

const PASSING: ReadonlySet<string> = new Set(["INTERNAL_ERROR", "RATELIMIT_REACHED"]);
const LONGEST = 160;

const inShort = (words: string): string => {
  const line = withoutKeys(words).replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const reasonOf = ({ type, words, status }: Refusal): string => {
  const known = REASONS[type];
  if (known !== undefined) return known;
  if (words !== "") return `it says "${inShort(words)}"`;
  return type === "" ? `it answers with status ${status}` : `its reason is ${type}`;
};

/** The refusal as a failure of the table; its own words, already without secrets, stay beside it as evidence. */
export const toFailure = (refusal: Refusal, host: string): Failure => {
  const { status, type, words } = refusal;
  const circumstances = { evidence: `HTTP ${status} ${type} ${inShort(words)}`.replaceAll(/\s+/g, " ").trim() };
  if (PASSING.has(type)) return failure("host.unreachable", { host, because: `it answers ${type}` }, circumstances);
  if (type === "" && words === "")
    return failure("host.malformed-answer", { host, because: reasonOf(refusal) }, circumstances);
  return failure("host.refused", { host, because: reasonOf(refusal) }, circumstances);
};

import { type Failure, failure } from "@hostseal/core";
import { remoteApiFor, permissionFor } from "./capabilities.ts";
import type { Refusal } from "./wire.ts";

/** A refusal, and what it was about. */
export type Refused = {
  readonly host: string;
  readonly account: string;
  readonly site: string;
  readonly program: string;
  readonly refusal: Refusal;
};

type Told = Refused & { readonly words: string; readonly beside: { readonly evidence: string } };
type Rule = readonly [RegExp, (told: Told) => Failure];

export const MODULE_MISSING = "the Hostseal module is not installed on its server";

const because =
  (reason: string) =>
  ({ host, beside }: Told): Failure =>
    failure("host.refused", { host, because: reason }, beside);

const siteUnknown = ({ host, site, beside }: Told): Failure => failure("host.site-unknown", { host, site }, beside);

const lacks =
  (permissionOf: (account: string, program: string) => string) =>
  ({ host, account, program, beside }: Told): Failure =>
    failure("host.permission-missing", { host, permission: permissionOf(account, program) }, beside);

/** The panel's sentences and those of its module, in the order in which they are looked for. */
const RULES: readonly Rule[] = [
  [/not allowed to run remote commands/, lacks(remoteApiFor)],
  [/^Remote program hostseal-\S+ does not exist/m, because(MODULE_MISSING)],
  [/not allowed to run this command|not allowed to enable the ssl feature/, lacks(permissionFor)],
  [/^(?:Virtual server|Domain) \S+ does not exist/m, siteUnknown],
  [/^No virtual server named \S+ found/m, siteUnknown],
  [/^No top-level domain owned by /m, because("it has no sites of this account")],
  [/^hostseal: stale/m, ({ host, beside }) => failure("host.plan-stale", { host }, beside)],
  [/^hostseal: key-unknown/m, because("the private key is not there")],
  [/^hostseal: path-not-allowed/m, because("only files below /.well-known/ can be written")],
  [/^hostseal: path-taken/m, because("something else is in the way of the file")],
  [/shares it's SSL certificate/, because("the site uses the certificate of another domain")],
  [/Certificate and private key do not match/, because("the private key does not belong to the certificate")],
  [/^Invalid data for key/m, because("it cannot read the private key")],
  [/^Invalid data for ca/m, because("it cannot read the chain")],
  [/^Invalid data for cert|^Certificate problems found/m, because("it cannot use the certificate")],
  [/does not have (?:a DNS domain|DNS enabled)/, because("it has no DNS for this domain")],
  [
    /(?:apache|nginx) config(?:uration)? (?:test|check|error|is broken)/i,
    ({ host, words, beside }) => failure("host.config-broken", { host, because: words }, beside),
  ],
];

const LONGEST_WORDS = 200;

/** What Webmin writes into its own log can get in between. */
const isLog = (line: string): boolean => /^\[\d+\/\w+\/\d+/.test(line) || line.trim() === "";

/** The line that says why: a program that tells of its progress ends a step that went wrong with two dots. */
const wordsOf = ({ error, full_error = error }: Refusal): string => {
  const lines = full_error.split(/\r?\n/).filter((line) => !isLog(line));
  const telling = lines.find((line) => /^\s*\.\. (?!done)|^Warning: |^hostseal: /.test(line)) ?? lines[0] ?? error;
  return telling.replace(/^(?:[\s.]+|hostseal: )/, "").slice(0, LONGEST_WORDS) || "it does not say why";
};

/** What the panel refused, as a failure of the table; its own words stay beside it. */
export const toFailure = (refused: Refused): Failure => {
  const { error, full_error: full = error } = refused.refusal;
  const words = wordsOf(refused.refusal);
  const told: Told = { ...refused, words, beside: { evidence: words } };
  const rule = RULES.find(([pattern]) => pattern.test(full));
  return rule ? rule[1](told) : because(words)(told);
};

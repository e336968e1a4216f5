import type { DomainName } from "@hostseal/rules";

/** What a look before ordering found. `blocks` findings stop the order before any money is spent. */
export type PreflightFinding = {
  readonly name: DomainName;
  readonly weight: "blocks" | "warns" | "passes";
  readonly check: PreflightCheck;
  readonly problem: PreflightProblem;
  readonly parameters: Readonly<Record<string, string | number>>;
};

export type PreflightCheck = "method" | "caa" | "dns" | "address" | "file" | "mail";

export type PreflightProblem = keyof typeof preflightProblems;

/** Every finding's sentence and the exact fix. */
export const preflightProblems = {
  fine: { sentence: "{name} is ready: {evidence}.", fix: "Nothing to do." },
  "caa-other-issuer": {
    sentence: "CAA at {at} allows only other issuers: {record}.",
    fix: "Add the record `{at} CAA {add}`.",
  },
  "caa-nobody": {
    sentence: "CAA at {at} forbids every issuer: {record}.",
    fix: "Replace it by the record `{at} CAA {add}`.",
  },
  "caa-critical": {
    sentence: "CAA at {at} has a critical property no issuer may ignore: {record}.",
    fix: "Remove the record {record} at {at}.",
  },
  "caa-parameters": {
    sentence: "CAA at {at} limits the issuer to another account or method: {record}.",
    fix: "Change it to the record `{at} CAA {add}`.",
  },
  "caa-unanswered": {
    sentence: "The question for CAA at {at} was not answered ({because}, by {server}); no CA may issue then.",
    fix: "Make the name servers of {at} answer questions of type CAA.",
  },
  "dnssec-bogus": {
    sentence: "The DNSSEC signatures of {at} do not verify; no CA may issue (BR §4.2.2.2).",
    fix: "Correct the DS records at the registrar, or sign the zone again.",
  },
  "dns-unanswered": {
    sentence: "The question for {type} at {at} was not answered ({because}).",
    fix: "Look whether all name servers of {at} answer.",
  },
  "no-such-name": { sentence: "{name} does not exist in DNS.", fix: "Create it, or correct the spelling." },
  "no-address": {
    sentence: "{name} has no address, so a file on it cannot be fetched.",
    fix: "Add an A or AAAA record, or choose DNS validation.",
  },
  "http-unreachable": {
    sentence: "http://{name}/.well-known/pki-validation/ cannot be fetched from outside: {because}.",
    fix: "Open port 80 for everybody, or choose DNS validation.",
  },
  "http-redirect": {
    sentence: "http://{name}/.well-known/pki-validation/ redirects in a way a CA does not follow: {because}.",
    fix: "Exempt /.well-known/ from the redirect, or choose DNS validation.",
  },
  "no-mail-server": {
    sentence: "{name} has no mail server, so an approval message cannot arrive.",
    fix: "Choose DNS or file validation.",
  },
  "method-refused": { sentence: "{name} cannot be validated by {method}: {because}.", fix: "Choose {alternatives}." },
  "method-ends": {
    sentence: "Validation of {name} by {method} ends on {endsAt}.",
    fix: "Nothing now; move to DNS or file before that day.",
  },
} as const satisfies Record<string, { readonly sentence: string; readonly fix: string }>;

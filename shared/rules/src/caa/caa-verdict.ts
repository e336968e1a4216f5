import type { Brand } from "../brand.ts";
import { CAA_PARAMETERS_BINDING_FROM, caaDuty } from "../dns-duties.ts";
import type { Instant } from "../instant.ts";
import type { Method } from "../method.ts";
import type { DomainName } from "../names/domain-name.ts";
import { isWildcard } from "../names/domain-name.ts";
import type { CaaRecord } from "./caa-record.ts";
import { hasTag, isUnknownCritical, toZoneText, uncritical } from "./caa-record.ts";
import { caaIssuerNames } from "./issuer-names.ts";
import type { IssueMatch } from "./issue-match.ts";
import { issueMatch } from "./issue-match.ts";
import { methodLabels } from "./method-labels.ts";

/**
 * What a CAA record set says to one issuer about one name.
 *
 * - `permitted`: by a record, or because nothing restricts issuance. `caution` tells that a parameter, which the issuer may
 *   still ignore, will forbid it from that instant on.
 * - `forbidden`: `record` is the one in the way and `add` the exact text after `CAA` that lets the issuer in beside it.
 *   For `unknown-critical` nothing can be added: `add` is that record without its critical flag, to take its place.
 */
export type CaaVerdict =
  | { readonly kind: "permitted"; readonly by?: CaaRecord; readonly caution?: CaaCaution }
  | {
      readonly kind: "forbidden";
      readonly because: "other-issuer" | "nobody" | "unknown-critical" | CaaMismatch;
      readonly record: CaaRecord;
      readonly add: string;
    };

/** Which RFC 8657 parameter does not fit. */
export type CaaMismatch = "account-mismatch" | "method-mismatch";

/** A mismatch that does not count yet. */
export type CaaCaution = { readonly because: CaaMismatch; readonly from: Instant; readonly add: string };

/** `records` is the relevant set the tree climb found, without regard to the name it was found at; empty when there is none. */
export type CaaQuestion = {
  readonly name: DomainName;
  readonly records: readonly CaaRecord[];
  readonly brand: Brand;
  readonly at: Instant;
  /** Our account at the issuer; without one a record with `accounturi` never fits. */
  readonly accountUri?: string;
  /** The method in use; without one `validationmethods` is not judged. */
  readonly method?: Method;
};

/**
 * Judges a CAA record set. `issuewild` takes the place of `issue` for wildcard names and is ignored for others; several
 * records add up; one that names nobody forbids unless another permits. Sources: RFC 8659 section 4, RFC 8657, BR 4.2.2.1.
 */
export function caaVerdict(question: CaaQuestion): CaaVerdict {
  const critical = question.records.find(isUnknownCritical);
  if (critical !== undefined) {
    return { kind: "forbidden", because: "unknown-critical", record: critical, add: toZoneText(uncritical(critical)) };
  }
  const relevant = relevantRecords(question);
  const matches = relevant.map((record) => issueMatch(record, question));
  if (matches.length === 0) return { kind: "permitted" };
  return permission(matches) ?? notYetBinding(matches, question) ?? prohibition(matches, question);
}

function relevantRecords({ name, records }: CaaQuestion): readonly CaaRecord[] {
  const wild = isWildcard(name) ? records.filter((record) => hasTag(record, "issuewild")) : [];
  return wild.length > 0 ? wild : records.filter((record) => hasTag(record, "issue"));
}

function permission(matches: readonly IssueMatch[]): CaaVerdict | undefined {
  const fit = matches.find((match) => match.kind === "fits");
  return fit && { kind: "permitted", by: fit.record };
}

function notYetBinding(matches: readonly IssueMatch[], question: CaaQuestion): CaaVerdict | undefined {
  if (caaDuty(question.at, question.brand).parameters === "must") return undefined;
  const mismatch = matches.find(isMismatch);
  if (mismatch === undefined) return undefined;
  const caution = { because: mismatch.kind, from: CAA_PARAMETERS_BINDING_FROM, add: recordToAdd(mismatch, question) };
  return { kind: "permitted", by: mismatch.record, caution };
}

function prohibition(matches: readonly IssueMatch[], question: CaaQuestion): CaaVerdict {
  const culprit = matches.find(isMismatch) ?? matches.find((match) => match.kind === "other-issuer") ?? matches[0];
  if (culprit === undefined || culprit.kind === "fits")
    throw new TypeError("nothing in these records forbids issuance");
  return { kind: "forbidden", because: culprit.kind, record: culprit.record, add: recordToAdd(culprit, question) };
}

function isMismatch(match: IssueMatch): match is IssueMatch & { readonly kind: CaaMismatch } {
  return match.kind === "account-mismatch" || match.kind === "method-mismatch";
}

/** A record for the same property that names our issuer, and keeps to account and method where the zone does. */
function recordToAdd({ kind, record }: IssueMatch, { brand, accountUri, method }: CaaQuestion): string {
  const account = kind === "account-mismatch" && accountUri !== undefined ? [`accounturi=${accountUri}`] : [];
  const label =
    kind === "method-mismatch" && method !== undefined ? [`validationmethods=${methodLabels(method)[0]}`] : [];
  const value = [caaIssuerNames(brand).preferred, ...account, ...label].join("; ");
  return toZoneText({ flags: 0, tag: record.tag.toLowerCase(), value });
}

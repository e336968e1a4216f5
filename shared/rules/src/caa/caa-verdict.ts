import type { Brand } from "../brand.ts";
import { CAA_PARAMETERS_BINDING_FROM, caaDuty } from "../dns-duties.ts";
import type { Instant } from "../instant.ts";
import type { Method } from "../method.ts";
import type { DomainName } from "../names/domain-name.ts";
import { isWildcard } from "../names/domain-name.ts";
import type { CaaRecord } from "./caa-record.ts";
import { hasTag, isUnknownCritical, toZoneText, uncritical } from "./caa-record.ts";
import type { CaaMismatch } from "./issue-match.ts";
import { closestMatch, fittingValue, issueMatch } from "./issue-match.ts";

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
  const closest = closestMatch(relevantRecords(question).map((record) => issueMatch(record, question)));
  if (closest === undefined) return { kind: "permitted" };
  const { kind, record } = closest;
  if (kind === "fits") return { kind: "permitted", by: record };
  const add = toZoneText({ flags: 0, tag: record.tag.toLowerCase(), value: fittingValue(closest, question) });
  if ((kind === "account-mismatch" || kind === "method-mismatch") && mayIgnoreParameters(question)) {
    return { kind: "permitted", by: record, caution: { because: kind, from: CAA_PARAMETERS_BINDING_FROM, add } };
  }
  return { kind: "forbidden", because: kind, record, add };
}

function relevantRecords({ name, records }: CaaQuestion): readonly CaaRecord[] {
  const wild = isWildcard(name) ? records.filter((record) => hasTag(record, "issuewild")) : [];
  return wild.length > 0 ? wild : records.filter((record) => hasTag(record, "issue"));
}

function mayIgnoreParameters({ at, brand }: CaaQuestion): boolean {
  return caaDuty(at, brand).parameters !== "must";
}

import type { Citation } from "./citation.ts";
import { br } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { fromIso } from "./instant.ts";
import type { Level } from "./level.ts";
import { LEVELS } from "./level.ts";
import type { Method } from "./method.ts";
import { METHODS } from "./method.ts";
import type { DomainName } from "./names/domain-name.ts";
import { isWildcard } from "./names/domain-name.ts";
import { recordOf } from "./record-of.ts";
import type { DatedValue } from "./row.ts";
import type { MethodTraits } from "./rows/method-traits.ts";
import { METHOD_RULES } from "./rows/methods.ts";
import { constantRow } from "./row-at.ts";
import type { Steps } from "./steps.ts";
import { endOf, startOf, stepsFrom, valueAt } from "./steps.ts";
import { wildcardAllowed } from "./wildcard-allowed.ts";

/**
 * Whether a method may prove control of a name. `caution` is there when issuers are advised against the method and its end
 * is known. A method that ended also voids every validation done by it before.
 */
export type MethodVerdict =
  | { readonly kind: "allowed"; readonly caution?: { readonly endsAt: Instant }; readonly citation: Citation }
  | {
      readonly kind: "refused";
      readonly because:
        | "method-sunset"
        | "method-not-yet"
        | "method-not-for-wildcard"
        | "wildcard-not-for-level"
        | "method-unknown";
      readonly citation: Citation;
      readonly endedAt?: Instant;
      readonly beginsAt?: Instant;
    };

/** A question about one method, one name and one date; `level` adds what the level forbids. */
export type MethodQuestion = {
  readonly method: Method;
  readonly name: DomainName;
  readonly at: Instant;
  readonly level?: Level;
};

type Verdicts = {
  readonly exact: Steps<MethodVerdict>;
  readonly wildcard: Readonly<Record<Level, Steps<MethodVerdict>>>;
};

const verdicts: ReadonlyMap<string, Verdicts> = new Map(METHODS.map((method) => [method, verdictsOf(method)]));

const UNKNOWN: MethodVerdict = { kind: "refused", because: "method-unknown", citation: br("3.2.2.4") };

/** Judges a method for a name at an issuance instant. Sources: BR 3.2.2.4 and its subsections, 3.2.2.6; EV Guidelines 7.1.2.1. */
export function methodVerdict({ method, name, at, level = "dv" }: MethodQuestion): MethodVerdict {
  const known = verdicts.get(method);
  if (known === undefined) return UNKNOWN;
  return valueAt(isWildcard(name) ? known.wildcard[level] : known.exact, at);
}

/** The instant a method ends, when one is known. Source: BR 3.2.2.4.x, ballot SC-090. */
export function methodEnd(method: Method): Instant | undefined {
  const end = endOf(rowOf(method));
  return Number.isFinite(end) ? end : undefined;
}

function verdictsOf(method: Method): Verdicts {
  return {
    exact: verdictSteps(method, false, "dv"),
    wildcard: recordOf(LEVELS, (level) => verdictSteps(method, true, level)),
  };
}

function rowOf(method: Method): DatedValue<MethodTraits> {
  return constantRow(METHOD_RULES[method]);
}

function verdictSteps(method: Method, wildcard: boolean, level: Level): Steps<MethodVerdict> {
  const row = rowOf(method);
  const changes = [startOf(row), adviceStart(row), endOf(row)].filter((instant) => Number.isFinite(instant));
  return stepsFrom(changes, (at) => judged(row, { at, wildcard, level }));
}

function judged(
  row: DatedValue<MethodTraits>,
  { at, wildcard, level }: { at: Instant; wildcard: boolean; level: Level },
): MethodVerdict {
  const { citation, value } = row;
  if (wildcard && !value.wildcard) return { kind: "refused", because: "method-not-for-wildcard", citation };
  const byLevel = wildcardAllowed(level);
  if (wildcard && byLevel.kind === "refused") {
    return { kind: "refused", because: "wildcard-not-for-level", citation: byLevel.citation };
  }
  if (at < startOf(row)) return { kind: "refused", because: "method-not-yet", citation, beginsAt: startOf(row) };
  if (at >= endOf(row)) return { kind: "refused", because: "method-sunset", citation, endedAt: endOf(row) };
  return at < adviceStart(row)
    ? { kind: "allowed", citation }
    : { kind: "allowed", caution: { endsAt: endOf(row) }, citation };
}

/** Since when issuers are advised against a method that ends; Infinity when they are not. */
function adviceStart({ value }: DatedValue<MethodTraits>): Instant {
  return value.shouldNotFrom === null ? Number.POSITIVE_INFINITY : fromIso(value.shouldNotFrom);
}

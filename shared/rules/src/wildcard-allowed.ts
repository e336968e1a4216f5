import type { Citation } from "./citation.ts";
import { br } from "./citation.ts";
import type { Level } from "./level.ts";
import { recordOf } from "./record-of.ts";
import { LEVELS } from "./level.ts";
import { constantRow } from "./row-at.ts";
import { evWildcardRule } from "./rows/names.ts";

/** Whether a level may carry wildcard names. */
export type WildcardVerdict =
  | { readonly kind: "allowed"; readonly citation: Citation }
  | { readonly kind: "refused"; readonly because: "wildcard-not-for-level"; readonly citation: Citation };

const forbidden = constantRow(evWildcardRule);

const verdicts = recordOf<Level, WildcardVerdict>(LEVELS, (level) =>
  forbidden.levels?.includes(level)
    ? { kind: "refused", because: "wildcard-not-for-level", citation: forbidden.citation }
    : { kind: "allowed", citation: br("3.2.2.6") },
);

/** EV certificates have no wildcards, onion names apart. Sources: EV Guidelines 7.1.2.1, BR 3.2.2.6. */
export function wildcardAllowed(level: Level): WildcardVerdict {
  return verdicts[level];
}

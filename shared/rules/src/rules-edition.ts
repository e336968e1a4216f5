import { allRules } from "./all-rules.ts";
import type { Row } from "./row.ts";

const AS_OF = "2026-11-21";

/** Names a set of rows: the day the facts were gathered and a fingerprint over all of them. */
export function editionOf(rows: readonly Row[]): string {
  return `${AS_OF}+${fingerprint(JSON.stringify(rows))}`;
}

/**
 * Names this edition of the rules. It changes with every row, so whatever was decided under an older edition can be
 * decided again.
 */
export const RULES_EDITION: string = editionOf(allRules());

/** FNV-1a over UTF-16 code units, 32 bits: tells editions apart, protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

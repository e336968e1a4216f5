import type { StoreLiar } from "./store-liar.ts";
import { chapterLiars } from "./store-liars-chapters.ts";
import { claimLiars } from "./store-liars-claims.ts";
import { dueLiars } from "./store-liars-due.ts";
import { listLiars } from "./store-liars-lists.ts";
import { scopeLiars } from "./store-liars-scopes.ts";
import { writingLiars } from "./store-liars-writing.ts";

/** One wrong store for nearly every promise of the contract. */
export const storeLiars: readonly StoreLiar[] = [
  ...writingLiars,
  ...scopeLiars,
  ...listLiars,
  ...dueLiars,
  ...chapterLiars,
  ...claimLiars,
];

import { storeChapters } from "./store-chapters.ts";
import type { StoreCheck } from "./store-check.ts";
import { storeClaims } from "./store-claims.ts";
import { storeDue } from "./store-due.ts";
import { storePaging } from "./store-paging.ts";
import { storeScopes } from "./store-scopes.ts";
import { storeWriting } from "./store-writing.ts";

/** Everything the Store port promises. Each check wants a store of its own, empty. */
export const storeContract: readonly StoreCheck[] = [
  ...storeWriting,
  ...storeScopes,
  ...storePaging,
  ...storeDue,
  ...storeChapters,
];

/** What a store that has claims promises beyond that. */
export const storeClaimsContract: readonly StoreCheck[] = storeClaims;

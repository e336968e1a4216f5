import type { HostLiar } from "./host-liar.ts";
import { facetLiars } from "./host-liars-facets.ts";
import { failingLiars } from "./host-liars-failing.ts";
import { installingLiars } from "./host-liars-installing.ts";
import { undoingLiars } from "./host-liars-undoing.ts";

/** One wrong host for every promise of the contract. */
export const hostLiars: readonly HostLiar[] = [...installingLiars, ...undoingLiars, ...facetLiars, ...failingLiars];

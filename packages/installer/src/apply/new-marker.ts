import type { Random } from "@hostseal/core";

const BYTES = 12;

/** A word that nothing else on the far side prints. */
export const newMarker = (random: Random): string => `hs-${Buffer.from(random.bytes(BYTES)).toString("hex")}`;

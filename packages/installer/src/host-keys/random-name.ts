import type { Random } from "@hostseal/core";

const BYTES = 6;

/** A name nobody can foresee, for a file or folder of ours. */
export const randomName = (random: Random): string => Buffer.from(random.bytes(BYTES)).toString("hex");

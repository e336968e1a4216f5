import { createHash } from "node:crypto";
import type { Random } from "@hostseal/core";

/** The same bytes in the same order for the same seed. */
export const createSeededRandom = (seed = "seed"): Random => {
  let count = 0;
  return {
    bytes(length) {
      count += 1;
      return Buffer.concat(
        Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
          createHash("sha256").update(`${seed}/${count}/${block}`).digest(),
        ),
      ).subarray(0, length);
    },
  };
};

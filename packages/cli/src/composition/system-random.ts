import { randomBytes } from "node:crypto";
import type { Random } from "@hostseal/core";

/** The operating system's source of chance. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

import type { Random } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { Token } from "../orders/order.ts";

const hex = (random: Random, bytes: number): string => Buffer.from(random.bytes(bytes)).toString("hex");

/** A fresh random value. Label and file name are drawn apart from it: the value may not stand in the request (BR §3.2.2.4.18). */
export const makeToken = (random: Random, now: Instant): Token => ({
  value: hex(random, 20),
  label: `_${hex(random, 12)}`,
  fileName: `${hex(random, 12).toUpperCase()}.txt`,
  madeAt: now,
});

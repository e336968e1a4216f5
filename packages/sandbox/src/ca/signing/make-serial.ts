import type { Random } from "@hostseal/core";

/** A serial number with 127 bits of chance (BR §7.1.2.7 asks for 64), positive, as hex. */
export const makeSerial = (random: Random): string => {
  const bytes = Buffer.from(random.bytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString("hex");
};

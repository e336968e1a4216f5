import type { Random } from "@hostseal/core";

const SPREAD = 0x1_0000;

/** Between once and twice `least`, evenly. */
export const jittered = (least: number, random: Random): number => {
  const drawn = Buffer.from(random.bytes(2)).readUInt16BE(0);
  return least + Math.floor((least * drawn) / SPREAD);
};

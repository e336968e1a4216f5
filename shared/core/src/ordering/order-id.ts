import { asId, type OrderId } from "../identifiers.ts";
import type { Random } from "../ports/random.ts";

/** Digits and letters that are not mistaken for each other when read aloud. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 10;

/** A fresh order number, such as `ord_7k2m9x4c0d`: 50 bits of chance. */
export const newOrderId = (random: Random): OrderId => {
  const letters = Array.from(random.bytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length] ?? "");
  return asId(`ord_${letters.join("")}`);
};

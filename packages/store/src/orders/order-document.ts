import { isDeepStrictEqual } from "node:util";
import type { Order } from "@hostseal/core";
import type { Decoded } from "../disk/decoded.ts";
import { decodeRecord, fine, isRecord, unreadable } from "../disk/decoded.ts";
import type { Codec } from "../disk/durable-file.ts";
import type { OrderCard } from "../index/order-card.ts";
import { isCard, toCard } from "../index/order-card.ts";

/** What one order's file holds. */
export type OrderDocument = { readonly card: OrderCard; readonly order: Order };

export const toDocument = (order: Order, version: number): OrderDocument => ({ card: toCard(order, version), order });

/**
 * One JSON object in two lines. The first holds the card and how many bytes follow, so that a start reads a hundred
 * thousand first lines instead of as many orders. A file that was laid out anew by hand is still read, only slower.
 */
export const orderDocumentCodec: Codec<OrderDocument> = {
  encode: ({ card, order }) => {
    const rest = `"order":${JSON.stringify(order)}}\n`;
    return `{"bytes":${Buffer.byteLength(rest)},"card":${JSON.stringify(card)},\n${rest}`;
  },
  decode: (text) => {
    const decoded = decodeRecord(text);
    return decoded.kind === "fine" ? checkDocument(decoded.value) : decoded;
  },
};

const hasCardFields = (order: unknown): order is Order =>
  isRecord(order) && ["state", "next", "journal"].every((field) => isRecord(order[field]));

const checkDocument = ({ card, order }: Readonly<Record<string, unknown>>): Decoded<OrderDocument> => {
  if (!isCard(card) || !hasCardFields(order)) return unreadable("it is not an order document");
  if (!isDeepStrictEqual(card, toCard(order, card.version))) return unreadable("its card and its order differ");
  return fine({ card, order });
};

/** The card from the first line of a file of this size; nothing when it takes a look at the whole file to tell. */
export const cardFromHead = (firstLine: string, size: number): OrderCard | undefined => {
  if (!firstLine.endsWith(",")) return undefined;
  const decoded = decodeRecord(`${firstLine.slice(0, -1)}}`);
  if (decoded.kind === "unreadable") return undefined;
  const { bytes, card } = decoded.value;
  const isWhole = typeof bytes === "number" && Buffer.byteLength(firstLine) + 1 + bytes === size;
  return isWhole && isCard(card) ? card : undefined;
};

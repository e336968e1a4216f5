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
 * One JSON object in two lines. The first line ends behind the card, so that a start reads a hundred thousand cards
 * without parsing a hundred thousand orders. A file that was laid out anew by hand is still read, only slower.
 */
export const orderDocumentCodec: Codec<OrderDocument> = {
  encode: ({ card, order }) => `{"card":${JSON.stringify(card)},\n"order":${JSON.stringify(order)}}\n`,
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

/** Only the card of a document's text; looks at the rest no more than to see that it was not cut off. */
export const decodeCard = (text: string): Decoded<OrderCard> => {
  const card = quickCard(text);
  if (card !== undefined) return fine(card);
  const decoded = orderDocumentCodec.decode(text);
  return decoded.kind === "fine" ? fine(decoded.value.card) : decoded;
};

const quickCard = (text: string): OrderCard | undefined => {
  const end = text.indexOf(",\n");
  if (end === -1 || !text.endsWith("}\n")) return undefined;
  const decoded = decodeRecord(`${text.slice(0, end)}}`);
  return decoded.kind === "fine" && isCard(decoded.value["card"]) ? decoded.value["card"] : undefined;
};

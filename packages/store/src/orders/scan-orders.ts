import { reasonOf } from "@hostseal/core";
import type { Decoded } from "../disk/decoded.ts";
import { unreadable as toUnreadable } from "../disk/decoded.ts";
import type { DocumentCollection } from "../disk/document-collection.ts";
import type { FolderText } from "../disk/file-system.ts";
import type { OrderCard } from "../index/order-card.ts";
import { decodeCard } from "./order-document.ts";

export type ScannedOrders = {
  /** By id, so that an index takes them in cheaply. */
  readonly cards: readonly OrderCard[];
  /** Path and reason of each file that holds no order document, or another's. */
  readonly unreadable: Map<string, string>;
};

/** Reads the card of every order there is. A file that is not one is noted and harms no other. */
export const scanOrders = async (
  documents: Pick<DocumentCollection<unknown>, "texts" | "titleOf">,
): Promise<ScannedOrders> => {
  const cards: OrderCard[] = [];
  const unreadable = new Map<string, string>();
  for await (const { file, content } of documents.texts()) {
    const decoded = decodeContent(content);
    if (decoded.kind === "unreadable") unreadable.set(file, decoded.because);
    else if (documents.titleOf(decoded.value.id) !== file) unreadable.set(file, "it is not where its order belongs");
    else cards.push(decoded.value);
  }
  cards.sort((left, right) => (left.id < right.id ? -1 : 1));
  return { cards, unreadable };
};

const decodeContent = (content: FolderText): Decoded<OrderCard> =>
  content.kind === "read" ? decodeCard(content.text) : toUnreadable(reasonOf(content.error));

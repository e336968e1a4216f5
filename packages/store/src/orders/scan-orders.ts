import { reasonOf } from "@hostseal/core";
import type { Decoded } from "../disk/decoded.ts";
import { fine, unreadable } from "../disk/decoded.ts";
import type { DocumentCollection } from "../disk/document-collection.ts";
import type { FileHead } from "../disk/file-system.ts";
import type { OrderCard } from "../index/order-card.ts";
import type { OrderDocument } from "./order-document.ts";
import { cardFromHead } from "./order-document.ts";

export type ScannedOrders = {
  /** By id, so that an index takes them in cheaply. */
  readonly cards: readonly OrderCard[];
  /** Path and reason of each file that holds no order document, or another's. */
  readonly unreadable: Map<string, string>;
};

type Documents = Pick<DocumentCollection<OrderDocument>, "heads" | "readFile" | "titleOf">;

/** Reads the card of every order there is. A file that is not one is noted and harms no other. */
export const scanOrders = async (documents: Documents): Promise<ScannedOrders> => {
  const cards: OrderCard[] = [];
  const strangers = new Map<string, string>();
  for await (const { file, head } of documents.heads()) {
    const card = quickCard(head);
    const found = card === undefined ? await readCard(documents, file) : fine(card);
    if (found.kind === "unreadable") strangers.set(file, found.because);
    else if (documents.titleOf(found.value.id) !== file) strangers.set(file, "it is not where its order belongs");
    else cards.push(found.value);
  }
  cards.sort((left, right) => (left.id < right.id ? -1 : 1));
  return { cards, unreadable: strangers };
};

const quickCard = (head: FileHead): OrderCard | undefined =>
  head.kind === "read" ? cardFromHead(head.firstLine, head.size) : undefined;

/** The long way, for a file whose first line does not tell. */
const readCard = async (documents: Documents, file: string): Promise<Decoded<OrderCard>> => {
  try {
    const decoded = await documents.readFile(file);
    return decoded.kind === "fine" ? fine(decoded.value.card) : decoded;
  } catch (error) {
    return unreadable(reasonOf(error));
  }
};

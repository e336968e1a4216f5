import { join } from "node:path";
import { createEmbeddedDocuments, diskFiles, type EmbeddedDocuments } from "@hostseal/store";

/** What belongs to the partner and to no order, below a data folder. Nothing is locked but while a change is made. */
export const openDocuments = (home: string): EmbeddedDocuments =>
  createEmbeddedDocuments({ folder: join(home, "partner"), files: diskFiles });

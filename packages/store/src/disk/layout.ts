import { createHash } from "node:crypto";

/** Where the documents of a collection lie, below its folder. */
export type Layout = {
  /** Every folder a document may lie in, relative; `.` is the collection's own. */
  readonly folders: readonly string[];
  /** The relative path of a document. Different names have different paths, and none leads out of the folder. */
  fileOf(name: string): string;
};

const SHARDS = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, "0"));

/** Percent-encoded, the dot too, so that a name is one path segment whatever it holds. */
const toFileName = (name: string): string => encodeURIComponent(name).replaceAll(".", "%2E");

/** All documents in one folder; for a few hundred. */
export const flat: Layout = { folders: ["."], fileOf: (name) => `${toFileName(name)}.json` };

/** Spread over 256 folders by a hash of the name, so that no folder grows large; for a hundred thousand and more. */
export const sharded: Layout = {
  folders: SHARDS,
  fileOf: (name) => {
    const shard = createHash("sha256").update(name).digest("hex").slice(0, 2);
    return `${shard}/${toFileName(name)}.json`;
  },
};

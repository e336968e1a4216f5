import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { pack } from "tar-stream";
import type { PackedFile } from "./packed-file.ts";

/** The same for every file and every build. */
const EPOCH = new Date(0);
const DEEPEST = 9;

/** A compressed tar (POSIX ustar) of files that belong to root, with no trace of when and where it was made. */
export const packTar = async (files: readonly PackedFile[]): Promise<Uint8Array> => {
  const tar = pack();
  for (const { path, mode, bytes } of files) {
    tar.entry({ name: path, mode, mtime: EPOCH, uid: 0, gid: 0, uname: "root", gname: "root" }, Buffer.from(bytes));
  }
  tar.finalize();
  return promisify(gzip)(await buffer(tar), { level: DEEPEST });
};

import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import type { PackedFile } from "./packed-file.ts";

/** The oldest moment that a ZIP can tell, the same for every file and every build. */
const EPOCH = new Date(1980, 0, 1);
const UNIX_FILE = 0o100_000;
const MODE_SHIFT = 16;

/** A ZIP of files, with no trace of when and where it was made. */
export const packZip = async (files: readonly PackedFile[]): Promise<Uint8Array> => {
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false, lastModDate: EPOCH });
  for (const { path, mode, bytes } of files) {
    const externalFileAttributes = ((UNIX_FILE | mode) << MODE_SHIFT) >>> 0;
    await zip.add(path, new Uint8ArrayReader(bytes), { externalFileAttributes, versionMadeBy: 0x0314 });
  }
  return zip.close();
};

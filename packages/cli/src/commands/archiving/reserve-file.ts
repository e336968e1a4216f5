import { link, open, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { failure } from "@hostseal/core";

/** A file whose place on the disk is taken before there is anything to write into it. */
export type ReservedFile = AsyncDisposable & {
  /** Puts the content where it was promised; it resolves when it would survive a power cut. */
  deliver(content: Uint8Array): Promise<void>;
};

/** More than any archive of one key and one chain needs. */
const RESERVED_BYTES = 262_144;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "the file exists already, and nothing is overwritten",
  ENOENT: "its folder does not exist",
  EACCES: "its folder may not be written to",
  EROFS: "its folder may not be written to",
  ENOSPC: "the disk is full",
  ENOTDIR: "its folder is a file",
};

const refused = (path: string, thrown: unknown) => {
  const code = (thrown as NodeJS.ErrnoException).code ?? "";
  const because = reasons[code] ?? `it cannot be written (${code})`;
  return failure("input.option", { option: `--out ${path}`, because }, { cause: thrown });
};

const mustBeFree = async (path: string): Promise<void> => {
  const probe = await open(path, "wx", 0o600);
  await probe.close();
  await rm(path);
};

const reserve = async (draft: string): Promise<FileHandle> => {
  const file = await open(draft, "wx", 0o600);
  await file.writeFile(new Uint8Array(RESERVED_BYTES));
  await file.sync();
  return file;
};

const syncFolder = async (path: string): Promise<void> => {
  await using folder = await open(dirname(path), "r");
  await folder.sync();
};

/** Content first, then its length, so that the room that was taken is not given back before it is used. */
const fill = async (file: FileHandle, content: Uint8Array): Promise<void> => {
  await file.write(content, 0, content.length, 0);
  await file.truncate(content.length);
  await file.sync();
};

/**
 * Makes sure that a file can be written, with mode 0600, and takes the room for it. Fails with `input.option` when it
 * exists, or when its folder or the disk does not allow it.
 */
export const reserveFile = async (path: string): Promise<ReservedFile> => {
  const target = resolve(path);
  const draft = `${target}.part`;
  try {
    await mustBeFree(target);
    const file = await reserve(draft);
    return {
      deliver: async (content) => {
        await fill(file, content);
        await link(draft, target);
        await syncFolder(target);
      },
      [Symbol.asyncDispose]: async () => {
        await file.close();
        await rm(draft, { force: true });
      },
    };
  } catch (thrown) {
    throw refused(path, thrown);
  }
};

/**
 * The few things the store and the vault ask of a disk, each a step that can fail on its own.
 *
 * Failures are Node's own errors with an errno `code` (`ENOENT`, `ENOSPC`, `EIO` …); the callers translate them.
 * Files are made with mode 0600 and folders with 0700. Texts are UTF-8.
 */
export interface FileSystem {
  read(path: string): Promise<string>;
  /** The beginnings of all files of a folder whose name ends in `.json`; for the start, when everything is looked at. */
  readHeads(folder: string): Promise<readonly FileHead[]>;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Also makes missing parents; making what is there is success. */
  makeFolder(folder: string): Promise<void>;
  /** Makes an empty file that was not there before (`EEXIST` otherwise). */
  create(path: string): Promise<NewFile>;
  /** A second name for the same file (`EEXIST` when the name is taken). */
  link(path: string, secondPath: string): Promise<void>;
  /** Replaces what bears the new name, in one step that is seen whole or not at all. */
  rename(path: string, newPath: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Resolves when the names in this folder would survive a power cut. */
  syncFolder(folder: string): Promise<void>;
  /** The permission bits, e.g. `0o600`. */
  modeOf(path: string): Promise<number>;
  /** The one absolute path behind links and relative parts. */
  realPath(path: string): Promise<string>;
}

export interface NewFile {
  write(text: string): Promise<void>;
  /** Resolves when the content would survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export type FileHead =
  | {
      readonly kind: "read";
      readonly name: string;
      /** Without the line end; cut off when it is longer than a kilobyte. */
      readonly firstLine: string;
      /** Of the whole file, in bytes. */
      readonly size: number;
    }
  | { readonly kind: "failed"; readonly name: string; readonly error: unknown };

import type { FileSystem } from "../disk/file-system.ts";

/** The right to write below a folder; one holder at a time. */
export type WriterLock = {
  release(): Promise<void>;
};

export type LockPlace = {
  readonly files: FileSystem;
  /** The real path, so that two ways to the same folder are one lock. */
  readonly folder: string;
  /** Names the holder; on some systems it is the lock itself. */
  readonly lockFile: string;
};

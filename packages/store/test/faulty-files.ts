import type { FileSystem, NewFile } from "../src/disk/file-system.ts";

/** The steps that change a disk. */
export const WRITE_STEPS = ["create", "write", "sync", "close", "link", "rename", "syncFolder"] as const;
export type WriteStep = (typeof WRITE_STEPS)[number];

export type Fault = {
  /** Which step fails first. */
  readonly step: WriteStep;
  readonly code: "ENOSPC" | "EIO";
  /** Whether every later step fails too, until the disk is mended. */
  readonly lasting: boolean;
};

export type FaultyFiles = {
  readonly files: FileSystem;
  readonly arm: (fault: Fault) => void;
  readonly mend: () => void;
};

const toError = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code, errno: -1 });

/** A disk that fails when it is told to. */
export const createFaultyFiles = (disk: FileSystem): FaultyFiles => {
  let armed: Fault | undefined;
  let isBroken = false;

  const passes = (step: string): void => {
    if (armed === undefined || (!isBroken && armed.step !== step)) return;
    const { code, lasting } = armed;
    isBroken = lasting;
    if (!lasting) armed = undefined;
    throw toError(code);
  };

  const faulty = (file: NewFile): NewFile => ({
    /** A disk that fills up has taken a part. */
    write: async (text) => {
      const isFine = attempt(() => passes("write"));
      await file.write(isFine === true ? text : text.slice(0, text.length / 2));
      if (isFine !== true) throw isFine;
    },
    sync: async () => {
      passes("sync");
      await file.sync();
    },
    close: async () => {
      await file.close();
      passes("close");
    },
  });

  return {
    files: {
      ...disk,
      create: async (path) => {
        passes("create");
        return faulty(await disk.create(path));
      },
      link: async (path, secondPath) => {
        passes("link");
        await disk.link(path, secondPath);
      },
      rename: async (path, newPath) => {
        passes("rename");
        await disk.rename(path, newPath);
      },
      remove: async (path) => {
        passes("remove");
        await disk.remove(path);
      },
      syncFolder: async (folder) => {
        passes("syncFolder");
        await disk.syncFolder(folder);
      },
    },
    arm: (fault) => {
      armed = fault;
    },
    mend: () => {
      armed = undefined;
      isBroken = false;
    },
  };
};

const attempt = (work: () => void): true | Error => {
  try {
    work();
    return true;
  } catch (error) {
    return error as Error;
  }
};

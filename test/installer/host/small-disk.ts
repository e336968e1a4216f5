import { execFile } from "node:child_process";
import { mkdtemp, rm, rmdir, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const SIZE = "4m";

/** A file system of its own in memory that is soon full. */
export type SmallDisk = AsyncDisposable & {
  readonly path: string;
  /** Leaves room for this many blocks, and no more. */
  fill(left: number): Promise<void>;
  empty(): Promise<void>;
};

/** Others may have written in between, and then it is full a little earlier. */
const orFull = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "ENOSPC") throw error;
};

export const mountSmallDisk = async (): Promise<SmallDisk> => {
  const path = await mkdtemp(join(tmpdir(), "hostseal-disk-"));
  await run("/usr/bin/mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=0755`, "tmpfs", path]);
  const ballast = join(path, "ballast");
  const empty = async () => rm(ballast, { force: true });
  return {
    path,
    empty,
    fill: async (left) => {
      await empty();
      const { bavail, bsize } = await statfs(path);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail - left) * bsize)).catch(orFull);
    },
    [Symbol.asyncDispose]: async () => {
      await run("/usr/bin/umount", ["--lazy", path]);
      await rmdir(path);
    },
  };
};

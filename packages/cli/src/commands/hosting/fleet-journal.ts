import { link, mkdir, open, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure } from "@hostseal/core";
import type { FleetEvent, FleetJournal } from "@hostseal/installer/fleet";
import { fleetEvent, foldFleet, isComplete } from "@hostseal/installer/fleet";

/** The journal of one piece of work, which is gone when all of it is done. */
export type OpenJournal = FleetJournal &
  AsyncDisposable & {
    /** What an earlier process has left there. */
    readonly past: readonly FleetEvent[];
    /** Nothing has to be gone on with. */
    forget(): Promise<void>;
  };

const DIGITS = 16;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Taken whole, with our number in it, or not at all. Whoever died holding it holds it no longer. */
const lock = async (path: string, folder: string): Promise<void> => {
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid), { mode: 0o600 });
  try {
    await link(own, path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    const holder = Number(await readFile(path, "utf8"));
    if (isAlive(holder)) throw failure("store.locked", { folder, holder: ` (${holder})` });
    await rename(own, path);
  } finally {
    await rm(own, { force: true });
  }
};

const toEvent = (path: string, line: string): FleetEvent => {
  try {
    return fleetEvent.parse(JSON.parse(line));
  } catch (thrown) {
    throw failure(
      "store.corrupt",
      { document: path, because: "a line of it is no event of a fleet" },
      { cause: thrown },
    );
  }
};

/** What stands there; a last line that was not written to its end never counted, and is cut off. */
const readPast = async (path: string): Promise<readonly FleetEvent[]> => {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const end = bytes.lastIndexOf("\n") + 1;
  if (end < bytes.length) await truncate(path, end);
  const lines = bytes.subarray(0, end).toString().split("\n").slice(0, -1);
  return lines.map((line) => toEvent(path, line));
};

/** What waits while the disk is at work is written in one go. */
const createAppender = (write: (text: string) => Promise<void>): FleetJournal["append"] => {
  let last: Promise<unknown> = Promise.resolve();
  let open: { readonly lines: string[]; readonly written: Promise<void> } | undefined;
  const begin = (): NonNullable<typeof open> => {
    const lines: string[] = [];
    const written = last.then(async () => {
      open = undefined;
      await write(lines.join(""));
    });
    last = written.catch(() => undefined);
    return { lines, written };
  };
  return async (event) => {
    open ??= begin();
    open.lines.push(`${JSON.stringify(event)}\n`);
    return open.written;
  };
};

export type JournalWish = {
  /** The data folder. */
  readonly home: string;
  /** Hex SHA-256 of the work. */
  readonly digest: string;
  /** Whether what an earlier process has left there is forgotten. */
  readonly restart: boolean;
};

/**
 * Opens the journal of a piece of work in a data folder. Only one process can have it. Fails with `store.locked`,
 * `store.corrupt`, or `store.full` when the disk takes nothing more.
 */
export const openFleetJournal = async ({ home, digest, restart }: JournalWish): Promise<OpenJournal> => {
  const folder = join(home, "fleets");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${digest.slice(0, DIGITS)}.jsonl`);
  await lock(`${path}.lock`, folder);
  const left = restart ? [] : await readPast(path);
  const past = isComplete(foldFleet(left)) ? [] : left;
  if (past.length === 0) await rm(path, { force: true });
  const file = await open(path, "a", 0o600);
  const write = async (text: string): Promise<void> => {
    try {
      await file.appendFile(text);
      await file.datasync();
    } catch (thrown) {
      const because = (thrown as NodeJS.ErrnoException).code ?? "it did not say why";
      throw failure("store.full", { folder, because }, { cause: thrown });
    }
  };
  return {
    past,
    append: createAppender(write),
    forget: async () => rm(path, { force: true }),
    [Symbol.asyncDispose]: async () => {
      await file.close();
      await rm(`${path}.lock`, { force: true });
    },
  };
};

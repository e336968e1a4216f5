import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:net";
import { createServer } from "node:net";
import { isErrno } from "../disk/disk-failure.ts";
import { readHolder, removeHolder, toLocked, writeHolder } from "./lock-holder.ts";
import type { LockPlace, WriterLock } from "./lock-place.ts";

/**
 * A lock that the kernel keeps: a Unix socket in Linux's abstract namespace (unix(7)), named after the folder. It goes
 * with its process, also on `kill -9`. The file beside it only says who holds it.
 */
export const takeSocketLock = async ({ files, folder, lockFile }: LockPlace): Promise<WriterLock> => {
  const name = createHash("sha256").update(folder).digest("hex");
  const server = await listen(`\0hostseal-${name}`);
  if (server === undefined) throw toLocked(folder, await readHolder(files, lockFile));
  await removeHolder(files, lockFile);
  await noteHolder({ files, folder, lockFile });
  return {
    release: async () => {
      await removeHolder(files, lockFile);
      server.close();
      await once(server, "close");
    },
  };
};

/** The listening server, or nothing when somebody else has the name. */
const listen = async (path: string): Promise<Server | undefined> => {
  const server = createServer((stranger) => stranger.destroy());
  server.listen(path);
  try {
    await once(server, "listening");
  } catch (error) {
    if (isErrno(error, "EADDRINUSE")) return undefined;
    throw error;
  }
  return server.unref();
};

/** The kernel has given us the lock already, so a disk that cannot take the note does not matter. */
const noteHolder = async ({ files, lockFile }: LockPlace): Promise<void> => {
  try {
    await writeHolder(files, lockFile);
  } catch (error) {
    if (!isErrno(error)) throw error;
  }
};

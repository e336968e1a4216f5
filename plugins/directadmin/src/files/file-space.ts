import { failure, type Random } from "@hostseal/core";
import { z } from "zod";
import type { Call, Client, Reply } from "../api/client.ts";
import { fileActions, fileManagerCommand, type FilePlace, type NewFile, pathOf } from "./file-commands.ts";

/** The files below the home of the account. What the panel says that it did is looked at. */
export type FileSpace = {
  /** Whether there is something, one call. */
  has(path: string): Promise<boolean>;
  /** The whole text of a file; nothing when it is not there. One call. */
  read(place: FilePlace): Promise<string | undefined>;
  /** Makes a folder below one that is there. One call; with the older command one for each level. */
  makeFolder(below: string, folders: readonly string[]): Promise<void>;
  /** Writes a file, over the one before; one call. */
  write(file: NewFile): Promise<void>;
  /** Two calls; removing what is gone is success. */
  remove(place: FilePlace): Promise<void>;
};

const metadata = z.object({ type: z.string() });

const isGone = (reply: Reply): boolean => reply.kind === "refused" && reply.refusal.type === "NOT_FOUND";
const isThere = (reply: Reply): boolean => reply.kind === "refused" && reply.refusal.type === "ALREADY_EXISTS";

export const createFileSpace = (client: Client, random: Random): FileSpace => {
  const [actions, command] = [fileActions(random), fileManagerCommand(random)];
  let isOlder = false;

  /** Before `/api/filemanager-actions` there was one command for everything. */
  const change = async (call: Call, older: readonly Call[]): Promise<Reply | undefined> => {
    const reply = isOlder ? undefined : await client.ask(call);
    if (reply && !isGone(reply)) return reply;
    let last: Reply | undefined;
    for (const each of older) last = await client.ask(each);
    if (last && !isGone(last)) isOlder = true;
    return last;
  };

  const insist = (reply: Reply | undefined): void => {
    if (reply?.kind === "refused") throw client.failureOf(reply.refusal);
  };

  const has: FileSpace["has"] = async (path) => {
    const reply = await client.ask({ method: "GET", path: "/api/filemanager/metadata", query: { path } });
    if (isGone(reply)) return false;
    client.take(reply, metadata);
    return true;
  };

  return {
    has,
    read: async (place) => {
      const path = "/api/filemanager/download";
      const reply = await client.ask({ method: "GET", path, query: { path: pathOf(place) } });
      if (isGone(reply)) return undefined;
      if (reply.kind === "refused") throw client.failureOf(reply.refusal);
      return reply.answer.text;
    },
    makeFolder: async (below, folders) => {
      const levels = command.makeFolder([below, ...folders].join("/")).slice(-folders.length);
      const [whole] = actions.makeFolder([below, ...folders].join("/"));
      const reply = whole && (await change(whole, levels));
      if (!isOlder && reply && !isThere(reply)) insist(reply);
    },
    write: async (file) => insist(await change(actions.write(file), [command.write(file)])),
    remove: async (place) => {
      const path = pathOf(place);
      const reply = isOlder ? undefined : await client.ask(actions.remove(place));
      if (reply && !(await has(path))) return;
      const last = !reply || isGone(reply) ? await client.ask(command.remove(place)) : reply;
      if (last !== reply && !(await has(path))) return;
      insist(last);
      throw failure("host.refused", {
        host: client.host,
        because: "it says that a file was removed, and still has it",
      });
    },
  };
};

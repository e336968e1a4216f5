import { failure, type Random } from "@hostseal/core";
import type { Client } from "../api/client.ts";
import type { Reply } from "../api/judge-answer.ts";
import { fileMetadata } from "../wire.ts";
import {
  fileActions,
  type FileCommands,
  fileManagerCommand,
  type FilePlace,
  type NewFile,
  pathOf,
} from "./file-commands.ts";

/** The files below the home of the account. What the panel says that it did is looked at. */
export type FileSpace = {
  /** Whether there is something, one call. */
  has(path: string): Promise<boolean>;
  /** The whole text of a file; nothing when it is not there. One call. */
  read(place: FilePlace): Promise<string | undefined>;
  /** Makes folders below one that is there. One call; with the older command one for each of them. */
  makeFolders(below: string, folders: readonly string[]): Promise<void>;
  /** Writes a file, over the one before; one call. */
  write(file: NewFile): Promise<void>;
  /** Two calls; removing what is gone is success. */
  remove(place: FilePlace): Promise<void>;
};

const typeOf = (reply: Reply): string => (reply.kind === "refused" ? reply.refusal.type : "");
const isGone = (reply: Reply): boolean => typeOf(reply) === "NOT_FOUND";

/** The older command has no type for a folder that is there, so its refusals pass: a missing one shows when it is written to. */
const mayBeThere = (reply: Reply): boolean => ["", "ALREADY_EXISTS"].includes(typeOf(reply));

/** What was said of one attempt; nothing when no more is to be done, whatever was said. */
type Attempt = (commands: FileCommands) => Promise<Reply | undefined>;

/** Tries `/api/filemanager-actions` first; what is not found there may be these commands themselves. */
const createAttempts = (random: Random): ((attempt: Attempt) => Promise<Reply | undefined>) => {
  const [actions, command] = [fileActions(random), fileManagerCommand(random)];
  let isOlder = false;
  return async (attempt) => {
    const reply = await attempt(isOlder ? command : actions);
    if (isOlder || !reply || !isGone(reply)) return reply;
    const second = await attempt(command);
    isOlder = second?.kind === "answered";
    return second;
  };
};

export const createFileSpace = (client: Client, random: Random): FileSpace => {
  const attempt = createAttempts(random);

  const insist = (reply: Reply | undefined): void => {
    if (reply?.kind === "refused") throw client.failureOf(reply.refusal);
  };

  const has: FileSpace["has"] = async (path) => {
    const reply = await client.ask({ method: "GET", path: "/api/filemanager/metadata", query: { path } });
    if (isGone(reply)) return false;
    client.take(reply, fileMetadata);
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
    makeFolders: async (below, folders) => {
      const reply = await attempt(async (commands) => {
        const [first, ...rest] = commands.makeFolders(below, folders);
        let last = await client.ask(first);
        for (const call of rest) last = await client.ask(call);
        return last;
      });
      if (reply && !mayBeThere(reply)) insist(reply);
    },
    write: async (file) => insist(await attempt(async (commands) => client.ask(commands.write(file)))),
    remove: async (place) => {
      const reply = await attempt(async (commands) => {
        const said = await client.ask(commands.remove(place));
        return (await has(pathOf(place))) ? said : undefined;
      });
      if (!reply) return;
      insist(reply);
      throw failure("host.refused", {
        host: client.host,
        because: "it says that a file was removed, and still has it",
      });
    },
  };
};

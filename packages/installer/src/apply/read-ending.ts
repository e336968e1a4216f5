import type { RemoteShell } from "../transport/index.ts";
import type { Message } from "../script/index.ts";
import type { Ending } from "./outcome.ts";

/** Reads to the end of a script, and makes of what it says how the run ended. */
export const readEnding = async (messages: AsyncIterable<Message>, shell: RemoteShell): Promise<Ending> => {
  const kept: string[] = [];
  const failed: string[] = [];
  let isReloaded = true;
  let ending: Ending | undefined;
  for await (const message of messages) {
    if (message.kind === "block") continue;
    if (message.word === "kept") kept.push(message.rest);
    if (message.word === "failed") failed.push(message.rest);
    if (message.word === "unloaded") isReloaded = false;
    if (message.word === "committed") ending = { kind: "committed" };
    if (message.word === "restored") ending = { kind: "restored", kept, isReloaded };
  }
  const { errors } = await shell.over;
  if (ending) return ending;
  return failed.length > 0 ? { kind: "stuck", paths: failed } : { kind: "lost", errors };
};

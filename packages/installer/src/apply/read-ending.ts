import type { Ending } from "./outcome.ts";
import type { RootShell } from "./root-shell.ts";

/** Reads to the end of a run, and makes of what it says how the run ended. */
export const readEnding = async ({ messages, over }: RootShell): Promise<Ending> => {
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
  const { errors } = await over;
  if (ending) return ending;
  return failed.length > 0 ? { kind: "stuck", paths: failed } : { kind: "lost", errors };
};

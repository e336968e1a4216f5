import type { Random } from "@hostseal/core";
import { readMessages, recoverScript, type RecoverWish } from "../script/index.ts";
import type { RemoteShell } from "../transport/index.ts";
import { newMarker } from "./new-marker.ts";

/** What became of a run, or of all that were unfinished. */
export type Recovered =
  | { readonly kind: "committed" }
  | { readonly kind: "restored"; readonly kept: readonly string[] }
  /** The host knows of no such run. */
  | { readonly kind: "absent" }
  /** Nothing unfinished is left. */
  | { readonly kind: "clean" }
  | { readonly kind: "busy"; readonly id: string }
  | { readonly kind: "unrecovered" }
  /** What came back is not what our script says. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "lost" };

const toRecovered = (word: string, rest: string, kept: readonly string[]): Recovered | undefined => {
  switch (word) {
    case "committed":
    case "absent":
    case "clean":
    case "unrecovered":
      return { kind: word };
    case "restored":
      return { kind: "restored", kept };
    case "busy":
      return { kind: "busy", id: rest };
    default:
      return undefined;
  }
};

/** Ends or undoes what earlier runs have left on a host. The last thing the script says is how it went. */
export const runRecovery = async (shell: RemoteShell, wish: RecoverWish, random: Random): Promise<Recovered> => {
  const marker = newMarker(random);
  const kept: string[] = [];
  let recovered: Recovered | undefined;
  await shell.write(recoverScript(wish, marker));
  for await (const message of readMessages(shell.lines, marker)) {
    if (message.kind === "block") continue;
    if (message.word === "kept") kept.push(message.rest);
    recovered = toRecovered(message.word, message.rest, kept) ?? recovered;
  }
  const { code } = await shell.over;
  return recovered ?? { kind: code === undefined ? "lost" : "unanswered" };
};

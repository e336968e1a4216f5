import { recoverRequest, type RecoverWish } from "../script/index.ts";
import type { RootShell } from "./root-shell.ts";

/** What became of a run, or of all that were unfinished. */
export type Recovered =
  | { readonly kind: "committed" }
  | { readonly kind: "restored"; readonly kept: readonly string[] }
  /** The host knows of no such run. */
  | { readonly kind: "absent" }
  /** Nothing unfinished is left; `undone` are the runs that were undone now, and `kept` what somebody changed since. */
  | { readonly kind: "clean"; readonly undone: readonly string[]; readonly kept: readonly string[] }
  | { readonly kind: "busy"; readonly id: string }
  | { readonly kind: "unrecovered" }
  /** What came back is not what our script says. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "lost" };

type Heard = { readonly undone: readonly string[]; readonly kept: readonly string[] };

const toRecovered = (word: string, rest: string, { undone, kept }: Heard): Recovered | undefined => {
  switch (word) {
    case "committed":
    case "absent":
    case "unrecovered":
      return { kind: word };
    case "unwritable":
      return { kind: "unrecovered" };
    case "clean":
      return { kind: "clean", undone, kept };
    case "restored":
      return { kind: "restored", kept };
    case "busy":
      return { kind: "busy", id: rest };
    default:
      return undefined;
  }
};

/** Ends or undoes what earlier runs have left on a host. The last thing the script says is how it went. */
export const runRecovery = async (shell: RootShell, wish: RecoverWish): Promise<Recovered> => {
  const [kept, undone]: [string[], string[]] = [[], []];
  let recovered: Recovered | undefined;
  await shell.write(recoverRequest(wish));
  for await (const message of shell.messages) {
    if (message.kind === "block") continue;
    if (message.word === "kept") kept.push(message.rest);
    if (message.word === "restored") undone.push(message.rest);
    recovered = toRecovered(message.word, message.rest, { undone, kept }) ?? recovered;
  }
  const { code } = await shell.over;
  return recovered ?? { kind: code === undefined ? "lost" : "unanswered" };
};

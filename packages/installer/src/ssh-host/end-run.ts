import { failure, type Failure } from "@hostseal/core";
import { type Ending, type Recovered, runRecovery } from "../apply/index.ts";
import { reaching } from "./reach.ts";
import { type SshHostSettings, STATE } from "./settings.ts";
import type { WaitingRoom } from "./waiting.ts";

type Word = "commit" | "rollback";

const left = (paths: readonly string[]): string => `${paths.join(", ")} changed since and were left as they are`;

const trouble = (word: Word, ended: Ending | Recovered): string | undefined => {
  switch (ended.kind) {
    case "committed":
      return word === "commit" ? undefined : "the installation was committed long ago, and what was there is gone";
    case "restored":
      if (word === "commit") return "the installation was taken back before it was committed";
      return ended.kept.length > 0 ? left(ended.kept) : undefined;
    case "absent":
      return word === "rollback" ? undefined : "it knows of no such installation";
    case "busy":
      return `another installation (${ended.id}) is at work there`;
    case "stuck":
    case "unrecovered":
      return "what was there could not be put back yet; look at the journal on the host";
    case "clean":
    case "unanswered":
    case "lost":
      return undefined;
  }
};

const withoutAnswer = (host: string, kind: "lost" | "unanswered"): Failure =>
  kind === "lost"
    ? failure("host.unreachable", { host, because: "the link broke before it said how it ended" })
    : failure("host.malformed-answer", { host, because: "what its shell says is not what our script says" });

const recovered = async (settings: SshHostSettings, id: string, word: Word): Promise<Recovered> =>
  reaching(settings, async ({ shells }) => {
    return runRecovery(await shells.take(), { state: settings.state ?? STATE, recovery: { kind: "end", id, word } });
  });

/**
 * Ends an installation by a word: over the connection that waits for it, or over a new one when it waits elsewhere or
 * was killed. The same word may be said again.
 */
export const endRun = async (settings: SshHostSettings, room: WaitingRoom, run: string, word: Word): Promise<void> => {
  const live = await room.end(run, word);
  const ended = live && live.kind !== "lost" ? live : await recovered(settings, run, word);
  if (ended.kind === "lost" || ended.kind === "unanswered") throw withoutAnswer(settings.id, ended.kind);
  const because = trouble(word, ended);
  if (because !== undefined) throw failure("host.refused", { host: settings.id, because });
};

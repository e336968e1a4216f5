import { failure } from "@hostseal/core";
import { runRecovery } from "@hostseal/installer";
import type { Reached, Recovered, Recovery } from "@hostseal/installer";
import { z } from "zod";
import type { Report, Run } from "../../command-line/command-row.ts";
import type { SshSettings } from "../../composition/ssh/ssh-settings.ts";
import { EXIT } from "../../exit-codes.ts";
import { readOptions } from "../read-options.ts";
import { needed } from "./install-options.ts";
import { reach } from "./reach.ts";
import { openSshDesk } from "./ssh-desk.ts";

const run = z.string().regex(/^run-[0-9a-f]{16}$/, "write it as the installation told it: run- and 16 digits");
const optionsShape = { host: z.string().optional(), run: run.optional() };

const recover = async ({ shells }: Reached, { state }: SshSettings, recovery: Recovery): Promise<Recovered> =>
  runRecovery(await shells.take(), { state, recovery });

/** What is unfinished, or waits for its word, is undone. */
const undoUnfinished = async (reached: Reached, settings: SshSettings): Promise<Recovered> => {
  const first = await recover(reached, settings, { kind: "undo-unfinished" });
  if (first.kind !== "busy") return first;
  return recover(reached, settings, { kind: "end", id: first.id, word: "rollback" });
};

const undone = (host: string, runs: readonly string[], kept: readonly string[]): Report => ({
  exit: kept.length > 0 ? EXIT.failed : EXIT.done,
  lines: [
    `${host} has what it had before ${runs.length === 0 ? "the installation" : runs.join(", ")}.`,
    ...kept.map((path) => `  ${path} was changed by somebody since, so nothing was put back; look at it.`),
  ],
  json: { type: "rollback", host, undone: true, runs, kept },
});

const nothing = (host: string, asked: string | undefined): Report => ({
  exit: asked === undefined ? EXIT.done : EXIT.failed,
  lines: [
    asked === undefined
      ? `No installation waits on ${host}; nothing was changed.`
      : `${host} does not know ${asked}; nothing was changed.`,
  ],
  json: { type: "rollback", host, undone: false },
});

const toReport = (host: string, recovered: Recovered, asked: string | undefined): Report => {
  switch (recovered.kind) {
    case "clean":
      return recovered.undone.length === 0 ? nothing(host, asked) : undone(host, recovered.undone, recovered.kept);
    case "restored":
      return undone(host, asked === undefined ? [] : [asked], recovered.kept);
    case "absent":
      return nothing(host, asked);
    case "committed":
      throw failure("host.refused", {
        host,
        because: "the installation was committed long ago, and what was there is gone",
      });
    case "busy":
      throw failure("host.refused", {
        host,
        because: `another installation (${recovered.id}) is at work there; try again`,
      });
    case "unrecovered":
      throw failure("host.refused", {
        host,
        because: "what was there could not be put back; look at the journal on the host",
      });
    case "unanswered":
      throw failure("host.malformed-answer", { host, because: "what its shell says is not what our script says" });
    case "lost":
      throw failure("host.unreachable", { host, because: "the link broke before it said how it ended" });
  }
};

/** `hostseal rollback`: takes back an installation that waits or was interrupted, or a committed one by its number. */
export const rollback: Run = async (context, given) => {
  const options = readOptions(optionsShape, given.options);
  const { settings } = await openSshDesk(context, { host: needed("--host", options.host) });
  const reached = await reach(settings, context.signal);
  await using _ = reached.connection;
  const recovered =
    options.run === undefined
      ? await undoUnfinished(reached, settings)
      : await recover(reached, settings, { kind: "end", id: options.run, word: "rollback" });
  return toReport(settings.id, recovered, options.run);
};

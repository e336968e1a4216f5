import { failure } from "@hostseal/core";
import { type Gate, type Reached, runTransaction, toObstacleFailure } from "../apply/index.ts";
import { type ConfigChange, editedFile, type WebServerConfig } from "../plan/index.ts";
import type { Change } from "../script/index.ts";

const RUN_BYTES = 8;
const PATIENCE = 60;

export type ConfigWish = {
  readonly state: string;
  readonly changes: readonly ConfigChange[];
  /** Folders that have to be there first, from the outermost in. */
  readonly folders: readonly string[];
};

const toFileChange = (config: WebServerConfig, change: ConfigChange): Change => {
  const { path, mode, owner, before } = editedFile(config, change);
  return { kind: "file", path, mode, owner, before, source: { kind: "sent", bytes: change.after } };
};

/** Changes nothing but a configuration, and waits for the word. Failures: those of an installation that is given up. */
export const changeConfig = async (reached: Reached, config: WebServerConfig, wish: ConfigWish): Promise<Gate> => {
  const { host, shells, random, clock } = reached;
  const { facts } = config;
  const watched = [...facts.server.files.keys()].flatMap((path) => {
    const sha256 = facts.fileFacts.get(path)?.sha256;
    return sha256 === undefined ? [] : [{ path, sha256 }];
  });
  const folders = wish.folders.map((path): Change => ({ kind: "folder", path, mode: "0755" }));
  const applied = await runTransaction(
    await shells.take(),
    {
      id: `run-${Buffer.from(random.bytes(RUN_BYTES)).toString("hex")}`,
      state: wish.state,
      patience: PATIENCE,
      server: facts.server.commands.server,
      watched,
      changes: [...folders, ...wish.changes.map((change) => toFileChange(config, change))],
    },
    { clock },
  );
  if (applied.kind === "applied") return applied.gate;
  throw toObstacleFailure(host, applied);
};

/** Changes the configuration for good. Failures: those of `changeConfig`, and `host.refused` when it was taken back. */
export const changeConfigForGood = async (
  reached: Reached,
  config: WebServerConfig,
  wish: ConfigWish,
): Promise<void> => {
  const gate = await changeConfig(reached, config, wish);
  const ending = await gate.end("commit");
  if (ending.kind === "committed") return;
  const because = "the change of its configuration did not last; it is as it was, or the next run puts it back";
  throw failure("host.refused", { host: reached.host, because });
};

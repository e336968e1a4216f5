import type { Clock } from "@hostseal/core";
import { applyRequest, type Message, payloadOf, type Transaction } from "../script/index.ts";
import type { Applied, Ending, Gate, Obstacle } from "./outcome.ts";
import { readEnding } from "./read-ending.ts";
import type { RootShell } from "./root-shell.ts";

export type RunPorts = {
  readonly clock: Clock;
  /** Hears of each step that the host has done. */
  readonly onStep?: (step: string) => void;
};

type Milestone =
  | ({ readonly kind: "applied" } & Pick<Gate, "testTime" | "hasTurned">)
  | { readonly kind: "given-up"; readonly because: Obstacle };

type Talk = {
  readonly shell: RootShell;
  readonly transaction: Transaction;
  readonly clock: Clock;
  readonly onStep: (step: string) => void;
};

const redFrom = (title: string, bytes: Buffer): Obstacle | undefined => {
  const output = bytes.toString("utf8").trim();
  if (title === "unloaded") return { kind: "unloaded", output };
  const when = (["before", "trial"] as const).find((one) => title === `red ${one}`) ?? "after";
  return { kind: "red", when, output };
};

const obstacleFrom = (message: Message): Obstacle | undefined => {
  if (message.kind === "block") return redFrom(message.title, message.bytes);
  const { word, rest } = message;
  switch (word) {
    case "busy":
      return { kind: "busy", id: rest };
    case "changed":
      return { kind: "changed", path: rest };
    case "forbidden":
      return { kind: "forbidden", path: rest };
    case "misread":
      return { kind: "misread", field: rest };
    case "unrecovered":
    case "unwritable":
    case "gone":
    case "key-gone":
    case "unfilled":
    case "unmoved":
      return { kind: word };
    default:
      return undefined;
  }
};

/** Follows the host up to where it waits for the word, or gives up. */
const follow = async ({ shell, transaction, clock, onStep }: Talk): Promise<Milestone> => {
  let testSince = clock.now();
  let testTime = 0;
  let hasTurned = false;
  for (let next = await shell.messages.next(); !next.done; next = await shell.messages.next()) {
    const message = next.value;
    const because = obstacleFrom(message);
    if (because) return { kind: "given-up", because };
    if (message.kind === "block") continue;
    if (message.word === "ready") await shell.write(payloadOf(transaction));
    if (message.word === "turned") hasTurned = true;
    if (message.word === "applied") return { kind: "applied", testTime, hasTurned };
    if (message.word !== "step") continue;
    if (message.rest === "moved") testSince = clock.now();
    if (message.rest === "tested") testTime = clock.now() - testSince;
    onStep(message.rest);
  }
  return { kind: "given-up", because: { kind: "lost", errors: (await shell.over).errors } };
};

const toGate = ({ shell, transaction }: Talk, seen: Pick<Gate, "testTime" | "hasTurned">): Gate => {
  let ending: Promise<Ending> | undefined;
  const say = async (word: "commit" | "rollback"): Promise<Ending> => {
    await shell.write(`${word}\n`).catch(() => undefined);
    shell.end();
    return readEnding(shell);
  };
  const { testTime, hasTurned } = seen;
  return { id: transaction.id, testTime, hasTurned, end: async (word) => (ending ??= say(word)) };
};

/**
 * Has a host make the changes of a transaction and wait at the gate. When it gives up on the way, everything is as it
 * was, as far as `ending` says so.
 */
export const runTransaction = async (
  shell: RootShell,
  transaction: Transaction,
  { clock, onStep = () => undefined }: RunPorts,
): Promise<Applied> => {
  const talk: Talk = { shell, transaction, clock, onStep };
  await shell.write(applyRequest(transaction));
  const milestone = await follow(talk);
  if (milestone.kind === "applied") return { kind: "applied", gate: toGate(talk, milestone) };
  return { ...milestone, ending: await readEnding(shell) };
};

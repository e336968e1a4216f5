import { failure } from "@hostseal/core";
import type { Connection, RemoteShell, Transport } from "@hostseal/installer";
import type { Disturbance } from "../../contracts/host-recorder.ts";

/** Stands between an adapter and its transport: counts, keeps what came back, and disturbs when told. */
export type Recording = {
  readonly transport: Transport;
  calls(): number;
  answers(): string;
  disturb(disturbance: Disturbance | undefined): void;
};

/** How many lines of a shell come through, and whether the link seems to break or the program to end. */
type Cut = { readonly after: number; readonly code: number | undefined; readonly noise: boolean };

const CUTS: Partial<Record<Disturbance, Cut>> = {
  "reset-after": { after: 1, code: undefined, noise: false },
  "half-an-answer": { after: 1, code: 0, noise: false },
  "web-page": { after: 0, code: 0, noise: true },
};

export const createRecording = (inner: Transport): Recording => {
  const heard: string[] = [];
  let calls = 0;
  let trouble: Disturbance | undefined;

  async function* through(shell: RemoteShell, connection: Connection, cut: Cut | undefined): AsyncGenerator<string> {
    let passed = 0;
    if (cut?.noise) yield "<!doctype html><title>Bad gateway</title>";
    for await (const line of shell.lines) {
      if (cut && passed >= cut.after) break;
      heard.push(line);
      passed += 1;
      yield line;
    }
    if (cut) await connection[Symbol.asyncDispose]();
  }

  const recorded = (connection: Connection, cut: Cut | undefined): Connection => ({
    [Symbol.asyncDispose]: async () => connection[Symbol.asyncDispose](),
    shell: async () => {
      const shell = await connection.shell();
      const over = cut ? Promise.resolve({ code: cut.code, errors: "" }) : shell.over;
      return { ...shell, over, lines: through(shell, connection, cut) };
    },
  });

  return {
    transport: {
      connect: async (target, signal) => {
        calls += 1;
        const cut = trouble && CUTS[trouble];
        if (trouble && !cut) throw failure("host.unreachable", { host: target.host, because: trouble });
        return recorded(await inner.connect(target, signal), cut);
      },
    },
    calls: () => calls,
    answers: () => heard.join("\n"),
    disturb: (disturbance) => void (trouble = disturbance),
  };
};

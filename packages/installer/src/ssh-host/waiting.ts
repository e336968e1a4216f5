import { type Ending, type Installed, proveReturn, type Reached } from "../apply/index.ts";

type Waiting = { readonly reached: Reached; readonly installed: Installed };

/** Installations of this instance that wait at the gate, each with its connection. */
export type WaitingRoom = {
  add(run: string, waiting: Waiting): void;
  /** Says the word over the connection that waits for it; nothing when none does. */
  end(run: string, word: "commit" | "rollback"): Promise<Ending | undefined>;
};

export const createWaitingRoom = (): WaitingRoom => {
  const waiting = new Map<string, Waiting>();
  return {
    add: (run, one) => void waiting.set(run, one),
    end: async (run, word) => {
      const one = waiting.get(run);
      if (!one) return undefined;
      waiting.delete(run);
      const { reached, installed } = one;
      await using _ = reached.connection;
      const ending = await installed.gate.end(word);
      if (ending.kind === "restored") await proveReturn(reached, installed.before, installed.testTime);
      return ending;
    },
  };
};

/** Lets works with the same key take turns in the order they came; works with different keys do not wait for each other. */
export type KeyedQueue = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was queued has ended, well or not. */
  idle(): Promise<void>;
};

export const createKeyedQueue = (): KeyedQueue => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: async (key, work) => {
      const turn = (tails.get(key) ?? Promise.resolve()).then(work, work);
      tails.set(key, turn);
      try {
        return await turn;
      } finally {
        if (tails.get(key) === turn) tails.delete(key);
      }
    },
    idle: async () => {
      await Promise.allSettled(tails.values());
    },
  };
};

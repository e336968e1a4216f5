/** Lets what happens to one order happen one after the other, however many ask at once. */
export type Turns = {
  readonly take: <Result>(key: string, act: () => Promise<Result>) => Promise<Result>;
};

export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>();

  return {
    take(key, act) {
      const mine = (last.get(key) ?? Promise.resolve()).then(act, act);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, settled);
      void settled.then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
      return mine;
    },
  };
};

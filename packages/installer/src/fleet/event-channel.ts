/** Hands values from whoever makes them to one reader, in order. */
export type EventChannel<Value> = {
  push(value: Value): void;
  /** Nothing more comes; what waits is still read. */
  close(): void;
  readonly values: AsyncIterable<Value>;
};

export const createEventChannel = <Value>(): EventChannel<Value> => {
  let waiting: Value[] = [];
  let isClosed = false;
  let changed = Promise.withResolvers<void>();
  const wake = (): void => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  async function* read(): AsyncGenerator<Value> {
    for (;;) {
      const taken = waiting;
      waiting = [];
      yield* taken;
      if (waiting.length > 0) continue;
      if (isClosed) return;
      await changed.promise;
    }
  }
  return {
    push: (value) => {
      waiting.push(value);
      wake();
    },
    close: () => {
      isClosed = true;
      wake();
    },
    values: { [Symbol.asyncIterator]: read },
  };
};

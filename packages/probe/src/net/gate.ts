/** Runs a task when there is room for it. */
export type Gate = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * At most `limit` tasks at once, the others wait in the order they came. A burst of sockets loses packets and connections
 * that a queue does not. A task must not wait for another task of the same gate.
 */
export const createGate = (limit: number): Gate => {
  const waiting: (() => void)[] = [];
  let room = limit;

  const enter = async (): Promise<void> => {
    if (room > 0) room -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else room += 1;
  };

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
};

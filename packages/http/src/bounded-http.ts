import type { Http } from "./http.ts";

/**
 * The same way out with at most so many requests under way at once; the rest wait in the order they came, and their time
 * does not run while they wait. Most panels start a process for each call: more at once only makes all of them slow.
 */
export const createBoundedHttp = (http: Http, most: number): Http => {
  const waiting: (() => void)[] = [];
  let free = most;

  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };

  /** A place that somebody waits for is handed over. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    send: async (call) => {
      await enter();
      try {
        return await http.send(call);
      } finally {
        leave();
      }
    },
  };
};

/** Milliseconds per turn of some work, over so many turns one after the other, as their mean. */
export const meanOf = async (turns: number, work: () => unknown): Promise<number> => {
  const began = performance.now();
  for (let turn = 0; turn < turns; turn += 1) await work();
  return (performance.now() - began) / turns;
};

/** Milliseconds with as many digits as are worth reading. */
export const inMilliseconds = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(0));

/** How many times longer the second takes. */
export const ratio = (ours: number, theirs: number): string => `${(theirs / ours).toFixed(1)} x`;

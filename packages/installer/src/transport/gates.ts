/** Lets a bounded number in at a time, for each name; the others wait in the order they came. */
export type Gates = { pass<T>(name: string, work: () => Promise<T>): Promise<T> };

type Gate = { inside: number; readonly waiting: (() => void)[] };

export const createGates = (most: number): Gates => {
  const gates = new Map<string, Gate>();

  const enter = async (name: string): Promise<Gate> => {
    const gate = gates.get(name) ?? { inside: 0, waiting: [] };
    gates.set(name, gate);
    if (gate.inside < most) gate.inside += 1;
    else await new Promise<void>((resolve) => void gate.waiting.push(resolve));
    return gate;
  };
  const leave = (name: string, gate: Gate): void => {
    const next = gate.waiting.shift();
    if (next) return next();
    gate.inside -= 1;
    if (gate.inside === 0) gates.delete(name);
  };

  return {
    pass: async (name, work) => {
      const gate = await enter(name);
      try {
        return await work();
      } finally {
        leave(name, gate);
      }
    },
  };
};

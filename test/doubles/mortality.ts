/** What the core never sees: the process that ran it was killed. No failure of a port is one. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/**
 * Kills the process at moments of its life: there is one behind each call that leaves the core, when the effect is made
 * and nobody has heard the answer. (To die in front of a call is to have died behind the one before.)
 */
export type Mortality = {
  /** How many moments there were so far. */
  moments(): number;
  /** A port whose calls, and those of its facets, have such moments. Of a killed process no call gets through. */
  mortal<Port extends object>(port: Port): Port;
  /** Starts the process again. */
  revive(): void;
};

/** Moments are counted from 1, over all lives. */
export const createMortality = (isFatal: (moment: number) => boolean): Mortality => {
  let moment = 0;
  let isDead = false;

  const assertAlive = (): void => {
    if (isDead) throw new Killed();
  };

  const callOf =
    (port: object, method: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]): Promise<unknown> => {
      assertAlive();
      const answer = await method.apply(port, args);
      moment += 1;
      isDead ||= isFatal(moment);
      assertAlive();
      return answer;
    };

  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, property): unknown => {
        const member: unknown = Reflect.get(target, property);
        if (typeof member === "function") return callOf(target, member as (...args: unknown[]) => unknown);
        return typeof member === "object" && member !== null ? mortal(member) : member;
      },
    });

  return {
    moments: () => moment,
    mortal,
    revive: () => {
      isDead = false;
    },
  };
};

/** A process that nobody kills. */
export const createImmortality = (): Mortality => createMortality(() => false);

/** What goes wrong with the next call of a function. */
export type Mischief =
  /** Refused in these words; with `afterDoing` it was done all the same. */
  | { readonly kind: "refused"; readonly words: string; readonly afterDoing?: true }
  /** Succeeds in words, and nothing is done. */
  | { readonly kind: "lies"; readonly content: unknown }
  /** Somebody else does something just before it. */
  | { readonly kind: "meanwhile"; readonly run: () => void }
  /** Done, and then the connection is cut. */
  | { readonly kind: "cut" };

/** Mischief waiting for its call, the first planned first. */
export type Mischiefs = {
  plan(call: string, mischief: Mischief): void;
  take(call: string): Mischief | undefined;
};

export const createMischiefs = (): Mischiefs => {
  const planned: { readonly call: string; readonly mischief: Mischief }[] = [];
  return {
    plan: (call, mischief) => void planned.push({ call, mischief }),
    take: (call) => {
      const place = planned.findIndex((one) => one.call === call);
      return place === -1 ? undefined : planned.splice(place, 1)[0]?.mischief;
    },
  };
};

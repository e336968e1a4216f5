import { parseShare, type Share, shareOf } from "./share.ts";

export type ParsedWaves =
  | { readonly kind: "waves"; readonly sizes: readonly Share[] }
  | { readonly kind: "malformed"; readonly because: string };

const HOW = "write the sizes of the waves, such as 1,5,25%";

/** `1,5,25%`: the sizes of successive waves, each a number of hosts or a part of all. */
export const parseWaves = (text: string): ParsedWaves => {
  const sizes = text.split(",").map(parseShare);
  if (sizes.some((size) => size === undefined || shareOf(size, 1) === 0)) return { kind: "malformed", because: HOW };
  return { kind: "waves", sizes: sizes.filter((size) => size !== undefined) };
};

/**
 * Hosts in their order, cut into waves of these sizes; what is left is the last one. A part of all is rounded up, so
 * no wave is empty.
 */
export const planWaves = <Host>(hosts: readonly Host[], sizes: readonly Share[]): readonly (readonly Host[])[] => {
  const waves: (readonly Host[])[] = [];
  let from = 0;
  for (const size of sizes) {
    const to = from + Math.ceil(shareOf(size, hosts.length));
    waves.push(hosts.slice(from, to));
    from = to;
  }
  return [...waves, hosts.slice(from)].filter((wave) => wave.length > 0);
};

import type { Element } from "./element.ts";

/** What the vendor's schema lets an element contain. */
export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "anything" }
  /** Children in this order and no others. */
  | { readonly kind: "sequence"; readonly children: readonly Child[] }
  /** Children of one name only, as often as wanted; none means everything. */
  | { readonly kind: "filter"; readonly names: readonly string[] };

type Child = { readonly name: string; readonly shape: Shape; readonly times: "one" | "maybe" | "many" };

const text: Shape = { kind: "text" };
export const anything: Shape = { kind: "anything" };
export const sequence = (...children: readonly Child[]): Shape => ({ kind: "sequence", children });
export const filter = (...names: readonly string[]): Shape => ({ kind: "filter", names });

export const one = (name: string, shape: Shape = text): Child => ({ name, shape, times: "one" });
export const maybe = (name: string, shape: Shape = text): Child => ({ name, shape, times: "maybe" });
export const many = (name: string, shape: Shape = text): Child => ({ name, shape, times: "many" });

const unexpected = (name: string): string => `Element '${name}': This element is not expected.`;

/** How many of the children from `start` on belong to this place of the sequence. */
const countOf = (children: readonly Element[], start: number, { name, times }: Child): number => {
  if (times !== "many") return children[start]?.name === name ? 1 : 0;
  const end = children.findIndex((child, place) => place >= start && child.name !== name);
  return (end === -1 ? children.length : end) - start;
};

const sequenceFlaw = (children: readonly Element[], wanted: readonly Child[]): string | undefined => {
  let place = 0;
  for (const child of wanted) {
    const count = countOf(children, place, child);
    if (child.times === "one" && count === 0) return `Missing child element(s). Expected is ( ${child.name} ).`;
    for (const element of children.slice(place, place + count)) {
      const flaw = shapeFlaw(element, child.shape);
      if (flaw !== undefined) return flaw;
    }
    place += count;
  }
  const left = children[place];
  return left && unexpected(left.name);
};

const filterFlaw = (children: readonly Element[], names: readonly string[]): string | undefined => {
  const stranger = children.find(({ name }) => !names.includes(name) || name !== children[0]?.name);
  return stranger && unexpected(stranger.name);
};

/** What the vendor's parser finds wrong with an element; nothing when it is in order. */
export const shapeFlaw = ({ children }: Element, shape: Shape): string | undefined => {
  switch (shape.kind) {
    case "anything":
      return undefined;
    case "text":
      return children[0] && unexpected(children[0].name);
    case "sequence":
      return sequenceFlaw(children, shape.children);
    case "filter":
      return filterFlaw(children, shape.names);
  }
};

/** A piece of a request that is already XML. */
export type Markup = { readonly xml: string };

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** An element with others in it, in the order of the vendor's schema, which takes no other. */
export const node = (name: string, ...children: readonly Markup[]): Markup => ({
  xml: `<${name}>${children.map(({ xml }) => xml).join("")}</${name}>`,
});

/** An element with text in it. */
export const leaf = (name: string, text: string): Markup => ({ xml: `<${name}>${escape(text)}</${name}>` });

/** Each name of the list as an empty element. */
export const empties = (...names: readonly string[]): readonly Markup[] => names.map((name) => node(name));

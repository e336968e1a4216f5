import { XMLParser } from "fast-xml-parser";

/** An element of an answer: its text, or its children by name; a name that stands there more than once has a list. */
export type Tree = string | { readonly [name: string]: Tree | readonly Tree[] };

/** One whole packet and nothing around it. Nothing declares entities of its own, so none can grow when it is read. */
const WHOLE = /^\s*(?:<\?xml[^>]*\?>\s*)?<packet\b[^>]*>[\s\S]*<\/packet>\s*$/;
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;
const DEEPEST = 32;

const createParser = () =>
  new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    htmlEntities: true,
    maxNestedTags: DEEPEST,
  });

/** The content of a packet, or why the text is none. Values stay text, as `0045` and `1e3` are not what they seem. */
export const readPacket = (text: string): { readonly packet: Tree } | { readonly because: string } => {
  if (DECLARES.test(text)) return { because: "it declares entities" };
  if (!WHOLE.test(text)) return { because: "it is no whole packet" };
  try {
    const { packet } = createParser().parse(text) as { readonly packet?: Tree };
    return packet === undefined ? { because: "it is no packet" } : { packet };
  } catch {
    return { because: "its XML cannot be read" };
  }
};

const listOf = (value: Tree | readonly Tree[] | undefined): readonly Tree[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Tree[]) : [value as Tree];
};

/** All elements at a path, in the order of the packet, wherever their parents are repeated. */
export const elementsAt = (tree: Tree, [name, ...rest]: readonly string[]): readonly Tree[] => {
  if (name === undefined) return [tree];
  if (typeof tree === "string") return [];
  return listOf(tree[name]).flatMap((child) => elementsAt(child, rest));
};

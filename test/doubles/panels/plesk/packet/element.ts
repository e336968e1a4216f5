import { XMLParser } from "fast-xml-parser";

/** An XML element of a request, its children in their order, which the vendor's schemas insist on. */
export type Element = { readonly name: string; readonly text: string; readonly children: readonly Element[] };

/** What the parser gives with `preserveOrder`: one member with the children, or the text. */
type Ordered = { readonly "#text"?: string; readonly [name: string]: unknown };

const toElement = (ordered: Ordered): readonly Element[] =>
  Object.entries(ordered)
    .filter(([name]) => name !== "#text" && name !== ":@" && !name.startsWith("?"))
    .map(([name, content]) => {
      const parts = content as readonly Ordered[];
      const text = parts.map((part) => part["#text"] ?? "").join("");
      return { name, text, children: parts.flatMap(toElement) };
    });

/** The root element of a text; nothing when it is no XML. */
export const readElement = (xml: string): Element | undefined => {
  try {
    const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false, htmlEntities: true });
    return (parser.parse(xml) as readonly Ordered[]).flatMap(toElement)[0];
  } catch {
    return undefined;
  }
};

export const childrenNamed = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);

/** The element at a path; nothing when one of them is missing. */
export const at = (element: Element, ...[name, ...rest]: readonly string[]): Element | undefined => {
  if (name === undefined) return element;
  const child = childrenNamed(element, name)[0];
  return child && at(child, ...rest);
};

export const textAt = (element: Element, ...path: readonly string[]): string => at(element, ...path)?.text ?? "";

/** What became of a text that should be a document. `because` continues the sentence "… cannot be read: ". */
export type Decoded<T> =
  | { readonly kind: "fine"; readonly value: T }
  | { readonly kind: "unreadable"; readonly because: string };

export const fine = <T>(value: T): Decoded<T> => ({ kind: "fine", value });
export const unreadable = (because: string): Decoded<never> => ({ kind: "unreadable", because });

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object a text holds. The parser's own message is dropped, because it quotes the text. */
export const decodeRecord = (text: string): Decoded<Readonly<Record<string, unknown>>> => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? fine(value) : unreadable("it is not a JSON object");
  } catch {
    return unreadable("it is not JSON");
  }
};

/** The parameter names a sentence asks for: `ParametersOf<"{name} is hosted at {host}">` is `"name" | "host"`. */
export type ParametersOf<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;

/** Values for a sentence's parameters; nothing when it has none. Instants are given as ISO 8601 text. */
export type Parameters<Sentence extends string> = { readonly [Name in ParametersOf<Sentence>]: string | number };

/** Puts the values into a sentence. A value is text and stays text: braces inside it are not read again. */
export const render = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

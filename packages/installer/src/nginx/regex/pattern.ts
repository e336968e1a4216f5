/** ASCII characters by number; a host name has no others. */
export type CharacterSet = ReadonlySet<number>;

/** A regular expression as far as it can be matched in bounded time: no back reference, no atomic group. */
export type Pattern =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly patterns: readonly Pattern[] }
  | { readonly kind: "choice"; readonly patterns: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly pattern: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: "edge"; readonly edge: "start" | "end" | "word" | "no-word" }
  | { readonly kind: "ahead"; readonly pattern: Pattern; readonly isNegated: boolean };

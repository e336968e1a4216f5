import type { Span } from "../../bytes/index.ts";

/**
 * One thing in a file. The spans of all items, and of what a section holds, tile the file: each begins where the one
 * before ended, line ends included.
 */
export type ConfigItem =
  | { readonly kind: "blank" | "comment"; readonly span: Span }
  | (Directive & { readonly kind: "directive" })
  | Section;

/**
 * A name with its raw arguments, on one logical line. `line` is where that line ends, counted from 1 as the server
 * counts. `args` reaches from the first argument to behind the last; it may hold continuations.
 */
export type Directive = {
  readonly span: Span;
  readonly line: number;
  /** In lower case: the server does not mind the case. */
  readonly name: string;
  readonly args: Span;
};

/** `<Name args>` … `</Name>`. `span` reaches from the opening line to behind the closing one; `inner` lies between. */
export type Section = {
  readonly kind: "section";
  readonly span: Span;
  readonly opener: Directive;
  readonly inner: Span;
  readonly items: readonly ConfigItem[];
};

/** One argument as the server reads it: `text` without quotes and escapes; the span has them, with the quotes around. */
export type Word = Span & { readonly text: string };

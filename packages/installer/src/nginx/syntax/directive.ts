import type { Span } from "../../bytes/span.ts";

/** One word as nginx reads it: `text` without quotes and escapes; the span has them, with the quotes around. */
export type Word = Span & { readonly text: string };

/** The span reaches from the first byte of the name to behind the `;` or `}`. */
export type Directive = {
  readonly name: Word;
  readonly args: readonly Word[];
  readonly span: Span;
  readonly block: Block | undefined;
};

/** `inner` is what stands between the braces. The code of a `*_by_lua_block` is not looked into. */
export type Block =
  | { readonly kind: "directives"; readonly inner: Span; readonly directives: readonly Directive[] }
  | { readonly kind: "code"; readonly inner: Span };

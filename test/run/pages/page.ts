/** A page of the documentation that is made from a table in the code. */
export type Page = { readonly path: string; readonly text: () => string };

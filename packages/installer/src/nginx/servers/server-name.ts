import type { Pattern } from "../regex/pattern.ts";
import { parsePattern } from "../regex/parse-pattern.ts";

/**
 * A name by which a server block is found, lower-cased. `text` is as it was written.
 * - `exact`: this name; `_` and the empty name are such names too
 * - `below`: `*.example.com`, every name below `example.com`
 * - `at-or-below`: `.example.com`, that name and every name below it
 * - `before`: `www.example.*`, every name that begins with `www.example.`
 * - `regex`: nothing as pattern when the expression says more than we can evaluate
 * - `unknown`: `$hostname` where nobody told us the machine's name
 */
export type ServerName =
  | { readonly kind: "exact" | "below" | "at-or-below" | "before"; readonly text: string; readonly name: string }
  | { readonly kind: "regex"; readonly text: string; readonly pattern: Pattern | undefined }
  | { readonly kind: "unknown"; readonly text: string };

const HOST_NAME = "$hostname";

/** nginx lower-cases only ASCII. */
const lower = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A regular expression with any capital letter in it ignores the case of all. */
const readRegex = (text: string): ServerName => {
  const source = text.slice(1);
  return { kind: "regex", text, pattern: parsePattern(source, /[A-Z]/.test(source)) };
};

/** Reads one argument of `server_name` (`ngx_http_core_server_name`, `ngx_hash_add_key`). */
export const readServerName = (text: string, hostname?: string): ServerName => {
  if (text.startsWith("~")) return readRegex(text);
  if (lower(text) === HOST_NAME && hostname === undefined) return { kind: "unknown", text };
  const name = lower(text) === HOST_NAME ? lower(hostname ?? "") : lower(text);
  if (name.startsWith("*.")) return { kind: "below", text, name: name.slice(2) };
  if (name.startsWith(".")) return { kind: "at-or-below", text, name: name.slice(1) };
  if (name.endsWith(".*")) return { kind: "before", text, name: name.slice(0, -2) };
  return { kind: "exact", text, name };
};

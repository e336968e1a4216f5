import { toUnicode } from "tr46";
import type { DomainName } from "./domain-name.ts";

/** The name as people write it, `xn--bcher-kva.example` as `bücher.example`. For showing only, never for comparing. */
export function toUnicodeName(name: DomainName): string {
  const { domain, error } = toUnicode(name);
  return error ? name : domain;
}

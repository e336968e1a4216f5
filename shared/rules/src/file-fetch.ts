import { constantRow } from "./row-at.ts";
import type { FileFetch } from "./rows/validation.ts";
import { acmeHttpRule, fileRule } from "./rows/validation.ts";

/** How an issuer fetches a validation file. Sources: BR 3.2.2.4.18, 1.6.1 "Authorized Ports". */
export const FILE_FETCH: FileFetch = constantRow(fileRule).value;

/** How an issuer fetches an ACME http-01 answer. Sources: RFC 8555 section 8.3, BR 3.2.2.4.19. */
export const ACME_HTTP_FETCH: FileFetch & { readonly maxBodyBytes: number } = constantRow(acmeHttpRule).value;

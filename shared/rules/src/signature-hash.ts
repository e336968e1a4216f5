import type { Citation } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { sha1Rule } from "./rows/keys.ts";
import { unbrokenSteps, valueAt } from "./steps.ts";

/** Whether a hash may be signed with. */
export type SignatureHashVerdict =
  | { readonly kind: "allowed"; readonly citation: Citation }
  | { readonly kind: "refused"; readonly because: "hash-too-weak"; readonly citation: Citation };

const weak = unbrokenSteps(sha1Rule.rows);

/** Judges a hash by its common name in any spelling: `sha1`, `SHA-1`, `SHA256`. Source: BR 7.1.3.2.1, ballot SC-097. */
export function signatureHashAllowed(hash: string, at: Instant): SignatureHashVerdict {
  const { value, citation } = valueAt(weak, at);
  return value.includes(hash.toLowerCase().replaceAll("-", ""))
    ? { kind: "refused", because: "hash-too-weak", citation }
    : { kind: "allowed", citation };
}

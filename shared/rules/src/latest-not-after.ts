import type { Instant } from "./instant.ts";
import { DAY, SECOND } from "./instant.ts";

/**
 * The last notAfter that keeps a certificate within `days` days: `notBefore + days × 86,400 s − 1 s`, because both ends of
 * the validity period count. Source: BR 6.3.2 and 1.6.1 "Validity Period".
 */
export function latestNotAfter(notBefore: Instant, days: number): Instant {
  return notBefore + days * DAY - SECOND;
}

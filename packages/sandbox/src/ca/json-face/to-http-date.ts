import type { Instant } from "@hostseal/rules";

/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
export const toHttpDate = (instant: Instant): string => new Date(instant).toUTCString();

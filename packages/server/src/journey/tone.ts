import type { Standing } from "@hostseal/core";

/** How a state looks: each tone has a colour and an icon, and never stands without its word. */
export type Tone = "good" | "busy" | "act" | "bad" | "quiet";

export const toneOf: Readonly<Record<Standing, Tone>> = {
  examining: "busy",
  blocked: "act",
  "ready-to-order": "act",
  "waiting-for-balance": "act",
  "checking-domain": "busy",
  "waiting-for-issuer": "busy",
  "waiting-for-you": "act",
  "under-way": "busy",
  "not-installed": "act",
  active: "good",
  "licence-ending": "act",
  continued: "good",
  "not-served": "bad",
  paused: "act",
  failing: "bad",
  "failing-old-live": "act",
  expired: "bad",
  cancelled: "quiet",
  refunded: "quiet",
  revoked: "bad",
  rejected: "bad",
};

const urgency: readonly Tone[] = ["bad", "act", "busy", "quiet", "good"];

/** Less is more urgent. */
export const urgencyOf = (tone: Tone): number => urgency.indexOf(tone);

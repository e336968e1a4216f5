import type { Actor } from "@hostseal/core";

/** Who must act, in words. */
export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  customer: "the customer",
  partner: "the partner",
  operator: "the operator of the server",
  issuer: "the issuer",
  hostseal: "nobody: Hostseal goes on by itself",
};

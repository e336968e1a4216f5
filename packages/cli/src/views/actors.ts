import type { Actor } from "@hostseal/core";

/** Who must act, as a person reads it. */
export const actorWords: Readonly<Record<Actor, string>> = {
  customer: "you",
  partner: "the partner who keeps the balance",
  operator: "the operator of the server",
  issuer: "the certificate authority",
  hostseal: "nobody",
};

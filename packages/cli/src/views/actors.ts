import type { Actor } from "@hostseal/core";

/** Who must act, as a person reads it. */
export const actorWords: Readonly<Record<Actor, string>> = {
  customer: "you",
  partner: "the partner who keeps the balance",
  operator: "the operator of the server",
  issuer: "the certificate authority",
  hostseal: "nobody",
};

/** Whether a person has to do something before it goes on. */
export const needsSomebody = (actor: Actor): boolean => actor !== "hostseal" && actor !== "issuer";

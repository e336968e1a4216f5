import { decide, needsSomebody, type Order, type Standing, standingOf } from "@hostseal/core";
import { DAY, type Instant, toUnicodeName } from "@hostseal/rules";
import { type Tone, toneOf } from "../../journey/tone.ts";
import { tellWait } from "../../words/tell-wait.ts";
import type { Vocabulary } from "../../words/vocabulary.ts";

/** One order, in a line of a table. */
export type OrderRow = {
  readonly id: string;
  readonly names: readonly string[];
  readonly customer: string;
  /** `host / site`; none for one that is installed by hand. */
  readonly places: readonly string[];
  readonly standing: Standing;
  readonly tone: Tone;
  readonly certificateUntil?: Instant;
  readonly licenceUntil?: Instant;
  /** Who has to do what, when somebody has. */
  readonly need?: { readonly actor: string; readonly sentence: string; readonly todo: string };
  /** Whole days until visitors see an error: none is left when they do now. Nothing before the first certificate. */
  readonly daysLeft?: number;
};

const daysLeft = ({ certificate, state }: Order, standing: Standing, now: Instant): number | undefined => {
  if (certificate === undefined || state.kind === "ended") return undefined;
  return standing === "not-served" ? 0 : Math.max(0, Math.floor((certificate.notAfter - now) / DAY));
};

/** What an order looks like from the partner's desk. */
export const toOrderRow = (order: Order, now: Instant, words: Vocabulary): OrderRow => {
  const decision = decide(order, now);
  const standing = standingOf(order, decision);
  const isStuck = decision.kind === "wait" && (needsSomebody(decision.actor) || decision.reason === "step.failed");
  const days = daysLeft(order, standing, now);
  const { certificate, licence, wishes } = order;
  return {
    id: order.id,
    names: order.names.map(toUnicodeName),
    customer: order.customer,
    places: wishes.installations.map(({ host, site }) => `${host} / ${site}`),
    standing,
    tone: toneOf[standing],
    ...(certificate && { certificateUntil: certificate.notAfter }),
    ...(licence && { licenceUntil: licence.end }),
    ...(isStuck && { need: { actor: words.t(`actor.${decision.actor}`), ...tellWait(order, decision, words) } }),
    ...(days !== undefined && { daysLeft: days }),
  };
};

import type { Instant } from "@hostseal/rules";
import type { Intent, Step, StepKind } from "../decide/step.ts";
import type { Failure } from "../errors/failure.ts";
import type { OrderEvent } from "../orders/event.ts";
import type { Order } from "../orders/order.ts";
import type { World } from "./world.ts";

/** What a step has to work with. */
export type Context = {
  readonly world: World;
  readonly order: Order;
  readonly now: Instant;
  /** Set when the step was begun before and nobody knows how it ended: the world is asked first. */
  readonly begun?: Intent;
  /** Enters an event at once: what is about to be done outside, and what undoes it. */
  writeDown(event: OrderEvent): Promise<void>;
};

/** What came of a step: what happened, and what went wrong in spite of it. */
export type Outcome = { readonly events: readonly OrderEvent[]; readonly failure?: Failure };

/** Does one kind of step through the ports. It throws a `Failure` when nothing happened. */
export type Performer<Kind extends StepKind> = (
  context: Context,
  step: Extract<Step, { kind: Kind }>,
) => Promise<Outcome>;

export const happened = (...events: readonly OrderEvent[]): Outcome => ({ events });

import { needsSomebody, settle, wordsOf } from "@hostseal/core";
import type { Decision, OrderEvent, OrderId, Settled, Wait } from "@hostseal/core";
import { MINUTE } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { CommandContext } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import { toEventLine } from "../views/events/event-line.ts";
import { toMarkedLine, wait as waitLine } from "../views/events/line.ts";
import { toMoment } from "../views/times.ts";

/** How long a command stays with an order that goes on without anybody. */
const PATIENCE = 15 * MINUTE;

const goesOnSoon = (decision: Decision, deadline: Instant): decision is Wait =>
  decision.kind === "wait" &&
  !needsSomebody(decision.actor) &&
  !/^(?:licence|site)\./.test(decision.reason) &&
  decision.until <= deadline;

/** Prints what an order goes through, unless a program reads the output. */
export const createTeller = ({ isJson, terminal, paint }: CommandContext) => ({
  tellEvents: (events: readonly OrderEvent[]): void => {
    if (isJson) return;
    for (const event of events) {
      const line = toEventLine(event);
      if (line !== undefined) terminal.print(`  ${toMarkedLine(line, paint)}`);
    }
  },
  tellWait: (wait: Wait): void => {
    if (isJson) return;
    const text = `${wordsOf(wait).sentence} Next look: ${toMoment(wait.until)}`;
    terminal.print(`  ${toMarkedLine(waitLine(text), paint)}`);
  },
});

/**
 * Goes on with an order until it rests, until somebody must act, or until nothing has come of waiting for a while.
 * Every step is told as it is done. Ctrl-C stops between two steps.
 */
export const followOrder = async (context: CommandContext, world: LocalWorld, id: OrderId): Promise<Settled> => {
  const { tellEvents, tellWait } = createTeller(context);
  const deadline = world.clock.now() + PATIENCE;
  for (;;) {
    const settled = await settle(world, id, ({ events }) => {
      tellEvents(events);
      context.signal.throwIfAborted();
    });
    const { decision } = settled;
    if (!goesOnSoon(decision, deadline)) return settled;
    tellWait(decision);
    await world.clock.until(decision.until, context.signal);
  }
};

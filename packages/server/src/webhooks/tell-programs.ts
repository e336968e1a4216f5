import { type Log, reasonOf } from "@hostseal/core";
import type { Pilot } from "../pilot/pilot.ts";
import type { Dispatcher } from "./dispatcher.ts";

/** Lets the dispatcher hear of every step, and send what is due whenever the pilot comes to rest. */
export const tellPrograms = (pilot: Pilot, dispatcher: Dispatcher, log: Log): void => {
  let entering: Promise<void> = Promise.resolve();
  let working: Promise<void> | undefined;

  const stumble = (thrown: unknown): void =>
    log.emit({ level: "failure", event: "webhook.stumbled", details: { because: reasonOf(thrown) } });

  pilot.hear({
    step: (advanced) => {
      entering = entering.then(() => dispatcher.enter(advanced)).catch(stumble);
    },
    rest: () => {
      working ??= entering
        .then(() => dispatcher.work())
        .catch(stumble)
        .finally(() => {
          working = undefined;
        });
    },
  });
};

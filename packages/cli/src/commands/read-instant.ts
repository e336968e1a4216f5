import { failure } from "@hostseal/core";
import { fromIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";

/** A date or a time as it was typed. Fails with `input.date`. */
export const readInstant = (text: string): Instant => {
  try {
    return fromIso(text.trim());
  } catch (thrown) {
    throw failure("input.date", { input: text }, { cause: thrown });
  }
};

import { failure } from "@hostseal/core";
import type { Failure } from "@hostseal/core";

/** How a double behaves in one call: well, or with one of the failures a port may have. */
export type Mood = "well" | "unreachable" | "refuses" | "unauthorised" | "malformed" | "lost";

export const MOODS: readonly Mood[] = ["well", "unreachable", "refuses", "unauthorised", "malformed", "lost"];

/** Draws the mood of the next call. */
export type Moods = () => Mood;

export const alwaysWell: Moods = () => "well";

/** A mood that can be changed while the world goes on. */
export const changingMood = (mood: Mood = "well") => {
  let current = mood;
  const set = (next: Mood): void => {
    current = next;
  };
  return { moods: () => current, set };
};

export const issuerFailure = (mood: Exclude<Mood, "well">): Failure => {
  const issuer = "Simulated CA";
  switch (mood) {
    case "unreachable":
      return failure("issuer.unreachable", { issuer, because: "simulated" });
    case "refuses":
      return failure("issuer.rejected", { issuer, because: "simulated" });
    case "unauthorised":
      return failure("issuer.unauthorised", { issuer });
    case "malformed":
      return failure("issuer.malformed-answer", { issuer, because: "simulated" });
    case "lost":
      return failure("issuer.answer-lost", { issuer });
  }
};

export const hostFailure = (mood: Exclude<Mood, "well">): Failure => {
  const host = "simulated host";
  switch (mood) {
    case "unreachable":
    case "lost":
      return failure("host.unreachable", { host, because: "simulated" });
    case "refuses":
      return failure("host.refused", { host, because: "simulated" });
    case "unauthorised":
      return failure("host.unauthorised", { host });
    case "malformed":
      return failure("host.malformed-answer", { host, because: "simulated" });
  }
};

/** A port gives what is called for, or fails as its mood says: before the deed or, when the answer is lost, after it. */
export type Call = <Answer>(deed: () => Answer | Promise<Answer>) => Promise<Answer>;

export const callWith =
  (moods: Moods, failureOf: (mood: Exclude<Mood, "well">) => Failure): Call =>
  async (deed) => {
    const mood = moods();
    if (mood !== "well" && mood !== "lost") throw failureOf(mood);
    const answer = await deed();
    if (mood === "lost") throw failureOf(mood);
    return answer;
  };

import type { Visit } from "./journey.ts";

/** Who did something, for the journal: an account of a server, as its panel vouched for it. */
export const byOf = ({ viewer }: Visit): string => `${viewer.account} on ${viewer.server}`;

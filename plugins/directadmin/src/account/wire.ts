import { z } from "zod";

/** Names of domains or labels of subdomains; a list, or the empty text that stands for none. */
export const names = z.union([z.array(z.string()), z.literal("").transform((): readonly string[] => [])]);

/** Pointer name to its kind; an empty list stands for none. */
export const pointers = z.union([
  z.record(z.string(), z.unknown()).transform((all): readonly string[] => Object.keys(all)),
  z.array(z.string()),
]);

const amount = z.union([z.string(), z.number()]).transform(String).catch("unlimited");
const flag = z
  .string()
  .catch("")
  .transform((text) => /^(?:on|yes|1)$/i.test(text));

/** What of a domain's settings a change of one of them has to repeat. */
export const domainSettings = z.object({ bandwidth: amount, quota: amount, ssl: flag, cgi: flag, php: flag });
export type DomainSettings = z.infer<typeof domainSettings>;

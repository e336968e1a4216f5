import { withIncludedTwin } from "../commands/new-order.ts";
import type { Product } from "../orders/product.ts";
import type { Probe } from "../ports/probe.ts";
import type { DomainName } from "@hostseal/rules";

const hasAddress = async (name: DomainName, ask: Probe["dns"]): Promise<boolean> => {
  const answers = await Promise.all([ask({ name, type: "A" }), ask({ name, type: "AAAA" })]);
  return answers.some(({ kind }) => kind === "records");
};

/** The names with the free `www` twin of the first one, if it fits and exists: a name nobody set up would hold up the rest. */
export const withReachableTwin = async (
  names: readonly DomainName[],
  { includesWwwTwin, maxNames }: Product,
  ask: Probe["dns"],
): Promise<readonly DomainName[]> => {
  const wanted = withIncludedTwin(names, includesWwwTwin);
  const twin = wanted.find((name) => !names.includes(name));
  if (twin === undefined || wanted.length > maxNames) return names;
  return (await hasAddress(twin, ask)) ? wanted : names;
};

import { withIncludedTwin } from "@hostseal/core";
import type { Probe, Product } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";

const hasAddress = async (name: DomainName, probe: Probe): Promise<boolean> => {
  const answers = await Promise.all([probe.dns({ name, type: "A" }), probe.dns({ name, type: "AAAA" })]);
  return answers.some(({ kind }) => kind === "records");
};

/** The names with the free `www` twin of the first one, when that exists: a name nobody set up would hold up the rest. */
export const withReachableTwin = async (
  names: readonly DomainName[],
  { includesWwwTwin }: Product,
  probe: Probe,
): Promise<readonly DomainName[]> => {
  const wanted = withIncludedTwin(names, includesWwwTwin);
  const twin = wanted.find((name) => !names.includes(name));
  return twin === undefined || (await hasAddress(twin, probe)) ? wanted : names;
};

import type { Probe } from "@hostseal/core";
import { allowedNonCorroborations } from "@hostseal/rules";
import type { Look } from "./look-for-proof.ts";

type Place = NonNullable<Probe["perspectives"]>[number];

/**
 * Looks from the authority's own place and then from its remote perspectives, which must agree up to the number the rules
 * let disagree (BR §3.2.2.9). With no perspectives the own look decides.
 */
export const corroborate = async (
  { own, perspectives }: { readonly own: Place["probe"]; readonly perspectives: readonly Place[] },
  look: (eye: Place["probe"]) => Promise<Look>,
): Promise<Look> => {
  const first = await look(own);
  if (first.kind === "missing" || perspectives.length === 0) return first;
  const others = await Promise.all(perspectives.map(async ({ name, probe }) => ({ name, look: await look(probe) })));
  const against = others.flatMap(({ name, look }) => (look.kind === "missing" ? [{ name, ...look }] : []));
  if (against.length <= allowedNonCorroborations(perspectives.length)) return first;
  return {
    kind: "missing",
    problem: "perspectives-disagree",
    sight: {
      expected: `the same from ${perspectives.length} other places`,
      actual: against.map(({ name, problem, sight }) => `${name}: ${problem}, ${sight.actual}`).join("; "),
    },
  };
};

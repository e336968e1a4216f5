import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

/** What the Baseline Requirements let one validation method do. Instants are dates, 00:00 UTC. */
export type MethodTraits = {
  readonly name: string;
  /** May prove a wildcard name. */
  readonly wildcard: boolean;
  /** May prove a parent of the name, up to the base domain. */
  readonly prune: boolean;
  /** May follow a CNAME of the name to find the authorization domain name. */
  readonly cnameStep: boolean;
  readonly onion: boolean;
  /** Must be seen by remote network perspectives too. */
  readonly mpic: boolean;
  /** Since when issuers are advised against it. */
  readonly shouldNotFrom: string | null;
};

type MethodFacts = Partial<Omit<MethodTraits, "name">> & {
  readonly from?: string;
  readonly to?: string;
  readonly note?: string;
};

/**
 * One method of BR section 3.2.2.x as a rule, `section` being `4.7` for 3.2.2.4.7. Its end also voids every earlier
 * validation by it, whatever its age.
 */
export function methodRule(section: string, name: string, facts: MethodFacts): Rule<MethodTraits> {
  const { from = null, to = null, note, ...traits } = facts;
  const value = { ...NOTHING_SPECIAL, ...traits, name };
  return {
    id: `dcv.method.${section}`,
    title: `Validation method 3.2.2.${section}`,
    says,
    rows: [{ from, to, value, ...brLaw(`3.2.2.${section}`), ...(note === undefined ? {} : { note }) }],
  };
}

const NOTHING_SPECIAL = {
  wildcard: false,
  prune: false,
  cnameStep: false,
  onion: false,
  mpic: true,
  shouldNotFrom: null,
};

function says({ name, wildcard, prune, shouldNotFrom }: MethodTraits): string {
  const reach = prune ? "proves the name or a parent of it" : "proves the exact name only";
  const advice = shouldNotFrom === null ? "" : `; advised against since ${shouldNotFrom}`;
  return `${name}: ${reach}${wildcard ? ", wildcards too" : ", no wildcards"}${advice}`;
}

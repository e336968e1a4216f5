import type { CaaLookup } from "@hostseal/core";
import { type DomainName, withoutWildcard } from "@hostseal/rules";
import { fromCaaText } from "./caa-text.ts";
import { climb } from "./climb.ts";
import type { Resolve } from "./resolve.ts";

/**
 * The CAA records that decide (RFC 8659 §3): those of the name or else of the nearest parent that has any. Aliases are
 * followed at each step, the parents of what they lead to are not asked. `at` is where the records really are, so behind
 * an alias its target. Secure only if every step of the climb was; a step that fails ends it.
 */
export const lookUpCaa = async (name: DomainName, resolve: Resolve): Promise<CaaLookup> => {
  let secure = true;
  for (const at of climb(withoutWildcard(name))) {
    const answer = await resolve({ name: at, type: "CAA" });
    if (answer.kind === "failed") return { ...answer, at };
    secure &&= answer.dnssec === "secure";
    const dnssec = secure ? "secure" : "insecure";
    if (answer.kind === "records") {
      const records = answer.records.map(({ value }) => fromCaaText(value));
      return { kind: "found", at: answer.records[0]?.name ?? at, records, dnssec };
    }
  }
  return { kind: "none", dnssec: secure ? "secure" : "insecure" };
};

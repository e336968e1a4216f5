import type { CaaLookup } from "@hostseal/core";
import type { Brand, DomainName, Instant, Method } from "@hostseal/rules";
import { caaVerdict } from "@hostseal/rules";
import { AUTHORITY_DOMAIN } from "./to-artefact.ts";
import type { Look } from "./look-for-proof.ts";
import { problemOfDns } from "./look-for-proof.ts";

export type CaaCase = {
  readonly name: DomainName;
  readonly method: Method;
  readonly brand: Brand;
  readonly at: Instant;
};

const EXPECTED = `no CAA record, or 0 issue "${AUTHORITY_DOMAIN}"`;

/**
 * Whether the authority may issue for a name after a look at its CAA records. A look-up that failed is never taken as
 * permission, broken DNSSEC least of all (BR §4.2.2.1, §4.2.2.2).
 */
export const judgeCaa = (question: CaaCase, lookup: CaaLookup): Look => {
  if (lookup.kind === "failed") {
    const actual = `${lookup.because} from ${lookup.server} for ${lookup.at}`;
    return { kind: "missing", problem: problemOfDns(lookup.because), sight: { expected: EXPECTED, actual } };
  }
  const records = lookup.kind === "found" ? lookup.records : [];
  const verdict = caaVerdict({ ...question, records });
  if (verdict.kind === "permitted") return { kind: "found" };
  const { flags, tag, value } = verdict.record;
  const where = lookup.kind === "found" ? lookup.at : question.name;
  const actual = `${where} CAA ${flags} ${tag} "${value}"`;
  return { kind: "missing", problem: "caa-forbids", sight: { expected: `${where} CAA ${verdict.add}`, actual } };
};

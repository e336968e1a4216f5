import type { Brand } from "./brand.ts";
import { BRANDS } from "./brand.ts";
import type { Citation } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { recordOf } from "./record-of.ts";
import type { DatedValue } from "./row.ts";
import type { ClientAuth } from "./rows/eku.ts";
import { clientAuthRule, issuerClientAuthRule } from "./rows/eku.ts";
import { rowsOf } from "./scope.ts";
import type { Steps } from "./steps.ts";
import { stepsFrom, stepsOfRows, unbrokenSteps, valueAt } from "./steps.ts";

/** Extended key usages of a certificate. `clientAuthEndsAt` is there while client authentication can still be had. */
export type EkuRules = {
  readonly serverAuth: "required";
  readonly clientAuth: ClientAuth;
  readonly clientAuthEndsAt?: Instant;
  readonly citation: Citation;
};

const STRICTNESS: Readonly<Record<ClientAuth, number>> = { allowed: 0, "off-by-default": 1, removed: 2 };

const programme = unbrokenSteps(clientAuthRule.rows);
const byBrand = recordOf(BRANDS, stepsOfBrand);

/**
 * The key usages a certificate issued at this instant may assert: the stricter of the root programme and the issuer.
 * Sources: BR 7.1.2.7.10, Chrome Root Program Policy 1.3.2, the issuers' notices as cited.
 */
export function ekuRules({ brand, at }: { readonly brand: Brand; readonly at: Instant }): EkuRules {
  return valueAt(byBrand[brand], at);
}

function stepsOfBrand(brand: Brand): Steps<EkuRules> {
  const own = stepsOfRows(rowsOf(issuerClientAuthRule, { brand }));
  const strictest = stepsFrom([...programme.starts, ...own.starts], (at) =>
    stricter(valueAt(programme, at), valueAt(own, at)),
  );
  const removed = strictest.values.findIndex((row) => row.value === "removed");
  const endsAt = strictest.starts[removed];
  return stepsFrom(strictest.starts, (at) => {
    const { value, citation } = valueAt(strictest, at);
    const ends = value === "removed" || endsAt === undefined ? {} : { clientAuthEndsAt: endsAt };
    return { serverAuth: "required", clientAuth: value, ...ends, citation };
  });
}

function stricter(law: DatedValue<ClientAuth>, own: DatedValue<ClientAuth> | undefined): DatedValue<ClientAuth> {
  return own !== undefined && STRICTNESS[own.value] >= STRICTNESS[law.value] ? own : law;
}

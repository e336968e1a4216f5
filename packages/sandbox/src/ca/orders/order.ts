import type {
  Artefact,
  MethodChoice,
  Organisation,
  OrganisationCheck,
  Product,
  RevocationReason,
  ValidationProblem,
} from "@hostseal/core";
import type { CsrFacts } from "@hostseal/pki";
import type { DomainName, Instant, Method } from "@hostseal/rules";

/** One licence as the authority keeps it. Records are replaced, never changed in place. */
export type CaOrder = {
  readonly ref: string;
  readonly partner: string;
  readonly product: Product;
  readonly years: number;
  readonly organisation?: Organisation;
  readonly contactEmails: readonly string[];
  readonly placedAt: Instant;
  /** Begins with the first certificate. */
  readonly licence?: { readonly start: Instant; readonly end: Instant };
  /** In the order they were asked for, never empty; the last one counts. Certificates of the others stay valid. */
  readonly generations: readonly Generation[];
  readonly organisationSteps: readonly OrganisationStep[];
  readonly ending?: Ending;
};

export type Ending =
  | { readonly kind: "cancelled"; readonly at: Instant }
  | { readonly kind: "rejected"; readonly at: Instant; readonly evidence: string }
  | { readonly kind: "revoked"; readonly at: Instant; readonly reason: RevocationReason };

/** One certificate of the licence, from the request to the revocation. */
export type Generation = {
  readonly number: number;
  /** The partner's own number of this request: the same again is the same request. */
  readonly reference: string;
  readonly csr: CsrFacts;
  readonly names: readonly DomainName[];
  readonly openedAt: Instant;
  /** When the customer agreed to the subscriber agreement (BR §9.6.3). */
  readonly agreedAt: Instant;
  readonly cases: readonly NameCase[];
  /** When production is to be done, once it has begun. */
  readonly dueAt?: Instant;
  readonly certificate?: CaCertificate;
};

export type CaCertificate = {
  readonly pem: string;
  readonly serial: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Set when the authority wants it replaced at once, before it revokes (RFC 9773 §4.1: a window in the past). */
  readonly replaceNow?: Instant;
};

/** The proof of control of one name within one generation. */
export type NameCase = {
  readonly name: DomainName;
  readonly choice: MethodChoice;
  readonly token: Token;
  readonly artefact: Artefact;
  readonly verdict: Verdict;
};

export type Verdict =
  | { readonly kind: "open" }
  | {
      readonly kind: "proven";
      /** When control was shown; lies in the past when an earlier proof is used again. */
      readonly at: Instant;
      readonly method: Method;
      /** The authorization domain whose control was shown (BR §3.2.2.4). */
      readonly domain: DomainName;
      readonly reused: boolean;
    }
  | { readonly kind: "refused"; readonly at: Instant; readonly problem: ValidationProblem; readonly sight: Sight };

/** What was looked for and what was there: the evidence of a look that failed. */
export type Sight = { readonly expected: string; readonly actual: string };

/** The random value of a proof, never older than the rules allow when it is looked for (BR §3.2.2.4). */
export type Token = {
  readonly value: string;
  readonly label: string;
  readonly fileName: string;
  readonly madeAt: Instant;
};

export type OrganisationStep = {
  readonly check: OrganisationCheck;
  /** Done once the clock has passed it; absent while nobody works on it. */
  readonly doneAt?: Instant;
};

export const currentGeneration = (order: CaOrder): Generation => order.generations.at(-1) as Generation;

/** The order with its current generation replaced. */
export const withGeneration = (order: CaOrder, generation: Generation): CaOrder => ({
  ...order,
  generations: [...order.generations.slice(0, -1), generation],
});

/** The order with one name's case of the current generation replaced. */
export const withCase = (order: CaOrder, changed: NameCase): CaOrder => {
  const generation = currentGeneration(order);
  const cases = generation.cases.map((each) => (each.name === changed.name ? changed : each));
  return withGeneration(order, { ...generation, cases });
};

/** Every certificate that was issued within the licence. */
export const certificatesOf = (order: CaOrder): readonly CaCertificate[] =>
  order.generations.flatMap(({ certificate }) => certificate ?? []);

import type { Brand, DomainName, Instant, Level, Method } from "@hostseal/rules";
import { authorizationDomains, methodVerdict, reuseUntil } from "@hostseal/rules";

/** Control of one authorization domain name, once shown. */
export type ProvenDomain = {
  readonly partner: string;
  readonly domain: DomainName;
  readonly method: Method;
  readonly at: Instant;
};

export type ReuseQuestion = {
  readonly partner: string;
  readonly name: DomainName;
  readonly brand: Brand;
  readonly level: Level;
  readonly now: Instant;
};

/** The proofs the authority remembers, to use them again as long as the rules allow (BR §4.2.1). */
export type ProvenDomains = {
  readonly remember: (proof: ProvenDomain) => void;
  /** The latest proof that still serves for the name. */
  readonly reusable: (question: ReuseQuestion) => ProvenDomain | undefined;
};

/** Whether a proof may serve for an issuance now: its method still exists for the name, and it is not too old. */
export const stillServes = (
  { method, at }: Pick<ProvenDomain, "method" | "at">,
  { name, brand, level, now }: Omit<ReuseQuestion, "partner">,
): boolean =>
  methodVerdict({ method, name, at: now, level }).kind === "allowed" &&
  (now === at || reuseUntil({ validatedAt: at, brand, level, method }) >= now);

export const createProvenDomains = (): ProvenDomains => {
  const proofs = new Map<string, ProvenDomain>();
  const address = ({ partner, domain, method }: Omit<ProvenDomain, "at">): string =>
    JSON.stringify([partner, domain, method]);
  const METHODS_REMEMBERED: readonly Method[] = ["dns-txt", "dns-cname", "file", "email"];

  return {
    remember: (proof) => void proofs.set(address(proof), proof),
    reusable({ partner, name, now, ...rest }) {
      const candidates = METHODS_REMEMBERED.flatMap((method) =>
        authorizationDomains({ name, method, at: now }).flatMap(
          (domain) => proofs.get(address({ partner, domain, method })) ?? [],
        ),
      );
      return candidates
        .filter((proof) => stillServes(proof, { name, now, ...rest }))
        .toSorted((left, right) => right.at - left.at)[0];
    },
  };
};

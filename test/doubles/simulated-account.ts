import type {
  Artefact,
  IdempotencyKey,
  IssuerOrder,
  IssuerRef,
  IssuerValidation,
  IssuerValidationStatus,
  MethodChoice,
  Money,
  PlaceRequest,
  ValidationProblem,
} from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import { reuseUntil, withoutWildcard } from "@hostseal/rules";

export type Generation = {
  readonly csr: string;
  readonly names: readonly DomainName[];
  readonly since: Instant;
  leaf?: string;
};
type Failed = { readonly at: Instant; readonly because: ValidationProblem };

/** What the simulated issuer remembers of one order. */
export type Account = {
  readonly ref: IssuerRef;
  readonly request: PlaceRequest;
  readonly charged: Money;
  readonly keys: Set<IdempotencyKey>;
  readonly generations: Generation[];
  readonly methods: Map<DomainName, MethodChoice>;
  readonly valid: Map<DomainName, Instant>;
  readonly failed: Map<DomainName, Failed>;
  organisationCheckedAt?: Instant;
  licence?: { start: Instant; end: Instant };
  status: IssuerOrder["status"];
};

export const openAccount = (
  ref: IssuerRef,
  request: PlaceRequest,
  { charged, now }: { readonly charged: Money; readonly now: Instant },
): Account => ({
  ref,
  request,
  charged,
  keys: new Set([request.key]),
  generations: [{ csr: request.csr, names: request.names, since: now }],
  methods: new Map(request.methods.map(({ name, choice }) => [name, choice])),
  valid: new Map(),
  failed: new Map(),
  status: { kind: "awaiting-validation" },
});

export const namesOf = (account: Account): readonly DomainName[] => account.generations.at(-1)?.names ?? [];

const choiceOf = (account: Account, name: DomainName): MethodChoice =>
  account.methods.get(name) ?? { method: "dns-txt" };

/** Whether a person can have done by now what this generation asks for: it takes a moment. */
export const isKnownToPeople = (account: Account, now: Instant): boolean =>
  (account.generations.at(-1)?.since ?? now) < now;

/** What has to be shown for a name in the generation under way. */
export const artefactOf = (account: Account, name: DomainName): Artefact => {
  const choice = choiceOf(account, name);
  const value = `proof-${account.ref}-${account.generations.length}`;
  const host = `_proof.${withoutWildcard(name)}`;
  if (choice.method === "email") return { kind: "email", address: choice.address };
  if (choice.method === "dns-cname") return { kind: "dns-cname", host, target: `${value}.ca.example` };
  if (choice.method === "file")
    return { kind: "file", name, path: `/.well-known/pki-validation/${value}.txt`, body: value };
  return { kind: "dns-txt", host, value };
};

/** Whether control of a name was shown, recently enough to serve now. */
export const isValid = (account: Account, name: DomainName, now: Instant): boolean => {
  const at = account.valid.get(name);
  if (at === undefined) return false;
  const { method } = choiceOf(account, name);
  return at === now || reuseUntil({ validatedAt: at, brand: "sandbox", level: "dv", method }) >= now;
};

const statusOf = (account: Account, name: DomainName, now: Instant): IssuerValidationStatus => {
  const at = account.valid.get(name);
  if (at !== undefined && isValid(account, name, now)) return { kind: "valid", at, reused: at !== now };
  const failed = account.failed.get(name);
  return failed === undefined ? { kind: "pending" } : { kind: "failed", ...failed, evidence: "something else" };
};

const organisationOf = ({ request, organisationCheckedAt: at }: Account): readonly IssuerValidation[] =>
  request.organisation === undefined
    ? []
    : [
        {
          subject: { kind: "organisation", check: "phone-callback" },
          status: at === undefined ? { kind: "pending" } : { kind: "valid", at, reused: false },
        },
      ];

/** An account as the port shows it. */
export const viewOf = (account: Account, now: Instant): IssuerOrder => ({
  ref: account.ref,
  status: account.status,
  rawStatus: account.status.kind,
  generation: account.generations.length,
  validations: [
    ...namesOf(account).map((name) => ({
      subject: { kind: "name" as const, name },
      method: choiceOf(account, name).method,
      artefact: artefactOf(account, name),
      status: statusOf(account, name, now),
    })),
    ...organisationOf(account),
  ],
  charged: account.charged,
  ...(account.licence !== undefined && { licence: account.licence }),
});

import { REVOCATION_REASONS } from "@hostseal/rules";
import type { DomainName, Instant, Method, RevocationReason as RuleReason } from "@hostseal/rules";
import type { IdempotencyKey, IssuerRef } from "../identifiers.ts";
import type { Money } from "../orders/money.ts";
import type { Organisation } from "../orders/organisation.ts";
import type { Product } from "../orders/product.ts";
import type { Artefact, MethodChoice, ValidationSubject } from "../validation/artefact.ts";
import type { Capability } from "./capability.ts";

/**
 * A certificate authority, or a reseller's API in front of one.
 *
 * Words: an *order* here is the issuer's record of a licence; a *generation* is one certificate inside it, counted
 * from 1 and raised by every reissue. The issuer's view is the truth about orders; ours is a memory of it.
 *
 * Duties of every driver: translate and nothing else. It never retries, waits, decides or remembers. Every call may be
 * made twice at once. Requests that spend or create carry an `IdempotencyKey`: the same key again gives the same order
 * back, whatever became of the first answer. Where a vendor has no such key, the driver looks for the order by our own
 * number before it sends anything.
 *
 * Failures (see the error table): `issuer.unauthorised`, `issuer.rejected` (with what was wrong), `issuer.funds`,
 * `issuer.rate-limited` (with the time to wait), `issuer.unreachable`, `issuer.answer-lost` (sent, outcome unknown),
 * `issuer.malformed-answer`, `issuer.order-unknown`, `issuer.wrong-state`. The vendor's own text travels in `evidence`,
 * credentials never do.
 */
export interface Issuer {
  readonly manifest: IssuerManifest;
  /** Orders and pays. Idempotent by `request.key`. */
  place(request: PlaceRequest): Promise<IssuerOrder>;
  /** The whole view of one order, as the issuer has it now. Changes nothing. */
  look(ref: IssuerRef): Promise<IssuerOrder>;
  /** Chooses how one name shall be validated; gives the new artefact. Choosing what is chosen changes nothing. */
  setValidation(ref: IssuerRef, name: DomainName, choice: MethodChoice): Promise<IssuerOrder>;
  /** Asks the issuer to look for the artefacts now. Its verdict may come with this answer or with a later `look`. */
  check(ref: IssuerRef): Promise<IssuerOrder>;
  /** The certificate of a generation. Fails with `issuer.wrong-state` before it is issued. */
  collect(ref: IssuerRef, generation: number): Promise<CollectedCertificate>;
  /** A new generation inside the licence, free. Idempotent by `request.key`. Never revokes the one before. */
  reissue(ref: IssuerRef, request: ReissueRequest): Promise<IssuerOrder>;

  readonly catalogue?: { products(): Promise<readonly Product[]> };
  readonly purse?: { balance(): Promise<Money> };
  /** Revokes every certificate of the order (RFC 5280 reason name). Repeating it is success. */
  readonly revoker?: { revoke(ref: IssuerRef, reason: RevocationReason): Promise<IssuerOrder> };
  /** Withdraws an order that has not been issued, with the money back. Repeating it is success. */
  readonly canceller?: { cancel(ref: IssuerRef): Promise<IssuerOrder> };
  /** The addresses the issuer accepts for e-mail validation of a name, and the message sent once more. */
  readonly approvers?: {
    addresses(name: DomainName): Promise<readonly string[]>;
    resend(ref: IssuerRef, name: DomainName): Promise<void>;
  };
  /** Whether an order with our own key exists there; the question asked after a lost answer. */
  readonly finder?: { find(key: IdempotencyKey): Promise<IssuerOrder | undefined> };
  /** When the issuer advises to replace the current certificate (for ACME: RFC 9773 renewal information). */
  readonly adviser?: {
    window(ref: IssuerRef): Promise<{ readonly start: Instant; readonly end: Instant } | undefined>;
  };
}

export type IssuerManifest = {
  readonly id: string;
  readonly title: string;
  readonly methods: readonly Method[];
  readonly capabilities: {
    readonly wildcard: Capability;
    readonly multiDomain: Capability;
    readonly organisation: Capability;
    readonly catalogue: Capability;
    readonly purse: Capability;
    readonly revoker: Capability;
    readonly canceller: Capability;
    readonly approvers: Capability;
    readonly finder: Capability;
    readonly adviser: Capability;
  };
};

export type PlaceRequest = {
  readonly key: IdempotencyKey;
  readonly product: string;
  readonly years: number;
  readonly csr: string;
  readonly names: readonly DomainName[];
  readonly methods: readonly { readonly name: DomainName; readonly choice: MethodChoice }[];
  readonly contactEmails: readonly string[];
  readonly organisation?: Organisation;
  /** When the customer agreed to the subscriber agreement (BR §9.6.3). */
  readonly agreedAt: Instant;
};

export type ReissueRequest = {
  readonly key: IdempotencyKey;
  readonly csr: string;
  readonly names: readonly DomainName[];
  readonly methods: readonly { readonly name: DomainName; readonly choice: MethodChoice }[];
  readonly agreedAt: Instant;
};

export type IssuerOrder = {
  readonly ref: IssuerRef;
  readonly status: IssuerStatus;
  /** The vendor's own status word, as evidence. */
  readonly rawStatus: string;
  /** Known once the first certificate is issued. */
  readonly licence?: { readonly start: Instant; readonly end: Instant };
  /** The generation under way or, when nothing is, the last one issued. */
  readonly generation: number;
  readonly validations: readonly IssuerValidation[];
  /** What this order has cost so far. */
  readonly charged: Money;
};

export type IssuerStatus =
  | { readonly kind: "awaiting-validation" }
  | { readonly kind: "awaiting-organisation" }
  | { readonly kind: "issuing" }
  | { readonly kind: "issued" }
  | { readonly kind: "rejected"; readonly evidence: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "revoked"; readonly at: Instant }
  | { readonly kind: "expired" };

export type IssuerValidation = {
  readonly subject: ValidationSubject;
  /** The name control was or is to be shown of, when it is not the name itself (BR §3.2.2.4). */
  readonly authorizationDomain?: DomainName;
  readonly method?: Method;
  readonly artefact?: Artefact;
  readonly status: IssuerValidationStatus;
};

export type IssuerValidationStatus =
  | { readonly kind: "pending" }
  /** `at` is when control was shown, which for a reused validation lies in the past. */
  | { readonly kind: "valid"; readonly at: Instant; readonly reused: boolean }
  | { readonly kind: "failed"; readonly at: Instant; readonly because: ValidationProblem; readonly evidence: string };

/** Why an issuer did not accept a proof. */
export type ValidationProblem =
  | "not-found"
  | "wrong-value"
  | "dns-failure"
  | "dnssec-bogus"
  | "unreachable"
  | "redirect-refused"
  | "http-status"
  | "caa-forbids"
  | "perspectives-disagree"
  | "link-expired"
  | "other";

export type CollectedCertificate = {
  readonly generation: number;
  readonly leaf: string;
  /** As the issuer sent them: any order, with doubles or strays. The chain is built by us. */
  readonly intermediates: readonly string[];
};

/** Why a certificate is revoked, by its name in RFC 5280 §5.3.1; the rules say which a subscriber may give (BR §7.2.2). */
export type RevocationReason = RuleReason["name"];

/** Every reason by name, also those that a subscriber may not give. */
export const REVOCATION_REASON_NAMES: readonly RevocationReason[] = REVOCATION_REASONS.map(({ name }) => name);

import type { DomainName, Instant } from "@hostseal/rules";
import type { ErrorCode } from "../errors/table.ts";
import type { HostId, IdempotencyKey, IssuerRef, SiteId, VaultRef } from "../identifiers.ts";
import type { InstallReceipt } from "../ports/host.ts";
import type { Validation } from "./validation.ts";

/** Where the private key of an enrolment lies. It never lies in the order. */
export type KeyPlace =
  /** Made on the host, where it stays. */
  | { readonly kind: "host"; readonly host: HostId; readonly reference: string }
  /** Made by us, sealed, destroyed when the certificate has been seen served. */
  | { readonly kind: "vault"; readonly ref: VaultRef }
  /** The customer sent a CSR and keeps the key. */
  | { readonly kind: "customer" };

/** Why an enrolment was begun. */
export type EnrolmentReason =
  | "first-issue"
  | "before-expiry"
  | "issuer-advice"
  | "names-changed"
  | "asked-by-customer"
  | "key-lost"
  | "last-attempt-failed";

export type Prepared = { readonly csr: string; readonly publicKeySha256: string; readonly key: KeyPlace };
export type Submitted = { readonly ref: IssuerRef; readonly generation: number };
export type Validating = { readonly validations: readonly Validation[]; readonly checkedAt?: Instant };
export type Issued = { readonly certificate: IssuedCertificate };
export type Installed = { readonly installations: readonly Installation[] };

/** One trip from key and CSR to a proven certificate. Each phase keeps what the one before has gained. */
export type EnrolmentPhase =
  | { readonly kind: "begun" }
  | ({ readonly kind: "prepared" } & Prepared)
  | ({ readonly kind: "submitted" } & Prepared & Submitted)
  | ({ readonly kind: "validating" } & Prepared & Submitted & Validating)
  | ({ readonly kind: "issued" } & Prepared & Submitted & Validating & Issued & Installed)
  | ({ readonly kind: "installed" } & Prepared & Submitted & Validating & Issued & Installed)
  | ({ readonly kind: "proven" } & Prepared &
      Submitted &
      Validating &
      Issued &
      Installed & { readonly provenAt: Instant })
  | { readonly kind: "failed"; readonly setback: Setback };

export type Enrolment = {
  /** Counted from 1 within the order, also over failed ones. */
  readonly number: number;
  readonly reason: EnrolmentReason;
  readonly names: readonly DomainName[];
  readonly begunAt: Instant;
  /** The customer's own CSR, when they brought one. */
  readonly broughtCsr?: string;
  readonly phase: EnrolmentPhase;
  /** The last failure of the step that is due, until that step succeeds. */
  readonly setback?: Setback;
};

/** A step that did not succeed: why, since when, and when it is tried again. */
export type Setback = {
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly evidence?: string;
  readonly since: Instant;
  readonly attempts: number;
  /** Nothing when trying again cannot help. */
  readonly nextTry?: Instant;
};

/** An issued certificate as the order remembers it. PEM texts are public. */
export type IssuedCertificate = {
  readonly serial: string;
  readonly sha256: string;
  readonly names: readonly DomainName[];
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly leaf: string;
  /** Leaf excluded, in order, root excluded. */
  readonly chain: readonly string[];
};

/** One certificate on its way onto one site. */
export type Installation = {
  readonly host: HostId;
  readonly site: SiteId;
  readonly state:
    | { readonly kind: "wanted" }
    | {
        readonly kind: "applied";
        readonly at: Instant;
        readonly receipt: InstallReceipt;
        readonly endpoints: readonly { readonly address: string; readonly port: number }[];
      }
    | { readonly kind: "seen"; readonly at: Instant; readonly receipt: InstallReceipt }
    | { readonly kind: "committed"; readonly at: Instant };
};

/** An outside effect that was written down before it was begun and has no outcome yet. */
export type Intent = { readonly step: string; readonly key: IdempotencyKey; readonly since: Instant };

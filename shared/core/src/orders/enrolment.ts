import type { DomainName, Instant } from "@hostseal/rules";
import type { ErrorCode } from "../errors/table.ts";
import type { HostId, IssuerRef, SiteId, VaultRef } from "../identifiers.ts";
import type { Endpoint, InstallReceipt } from "../ports/host.ts";
import type { IssuerStatus } from "../ports/issuer.ts";
import type { StepKind } from "../decide/step.ts";
import type { MethodChoice } from "../validation/artefact.ts";
import type { Validation } from "./validation.ts";

/** Where the private key of an enrolment lies. It never lies in the order. */
export type KeyPlace =
  /** Made on the host, where it stays. */
  | { readonly kind: "host"; readonly host: HostId; readonly reference: string }
  /** Made by us, sealed, destroyed when the certificate has been seen served. */
  | { readonly kind: "vault"; readonly ref: VaultRef }
  /** Handed over to the customer; ours is destroyed next. */
  | { readonly kind: "leaving"; readonly ref: VaultRef }
  /** With the customer alone: their own CSR, or the archive handed over once. */
  | { readonly kind: "customer" }
  | { readonly kind: "destroyed" };

/** A key that we, or a host on our word, can destroy. */
export type ErasableKey = Extract<KeyPlace, { kind: "vault" | "host" | "leaving" }>;

/** Why an enrolment was begun. */
export type EnrolmentReason =
  | "first-issue"
  | "before-expiry"
  | "issuer-advice"
  | "names-changed"
  | "asked-by-customer"
  | "last-attempt-failed";

export type Prepared = { readonly csr: string; readonly publicKeySha256: string; readonly key: KeyPlace };
export type Submitted = { readonly ref: IssuerRef; readonly generation: number };
export type Validating = {
  readonly validations: readonly Validation[];
  /** The methods the issuer was told, by name; the issuer's own view may lag behind or be silent. */
  readonly told: Readonly<Record<string, MethodChoice>>;
  /** The issuer's word about the whole order at `lookedAt`; without one, somebody wants it asked anew. */
  readonly status: IssuerStatus;
  readonly lookedAt?: Instant;
  /** When the issuer was last asked to check. */
  readonly checkedAt?: Instant;
  /** When the last proof was published or seen; a check asked before this did not know of it. */
  readonly movedAt: Instant;
};
export type Issued = {
  readonly certificate: IssuedCertificate;
  /** For an installation by hand: when we last looked at the site, and what it served instead. */
  readonly look?: { readonly at: Instant; readonly found: string };
};
export type Proven = { readonly provenAt: Instant };
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
  | { readonly kind: "failed"; readonly setback: Setback; readonly key?: KeyPlace }
  /** Left behind before its end, because something newer takes its place. */
  | { readonly kind: "abandoned"; readonly key?: KeyPlace };

export type Enrolment = {
  /** Counted from 1 within the order, also over failed ones. */
  readonly number: number;
  readonly reason: EnrolmentReason;
  readonly names: readonly DomainName[];
  readonly begunAt: Instant;
  /** The customer's own CSR, when they brought one. */
  readonly broughtCsr?: string;
  readonly phase: EnrolmentPhase;
  /** Whether nothing of it is left to do; it then leaves the order as a chapter. */
  readonly finishedAt?: Instant;
};

/** A step that did not succeed: why, since when, how often, and when it is tried again. */
export type Setback = {
  readonly step: StepKind;
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly evidence?: string;
  readonly since: Instant;
  readonly attempts: number;
  readonly nextTry: Instant;
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
  readonly state: InstallationState;
  /** What did not succeed here; other sites go on meanwhile. */
  readonly setback?: Setback;
};

export type InstallationState =
  | { readonly kind: "wanted" }
  /** Written down before anything was touched; how far it came is not known. */
  | { readonly kind: "begun"; readonly at: Instant; readonly receipt: InstallReceipt }
  /** On the host, not seen from outside yet. `names` are the site's names that the certificate covers. */
  | {
      readonly kind: "applied";
      readonly at: Instant;
      readonly receipt: InstallReceipt;
      readonly names: readonly DomainName[];
      readonly endpoints: readonly Endpoint[];
    }
  | { readonly kind: "seen"; readonly at: Instant; readonly receipt: InstallReceipt }
  | { readonly kind: "committed"; readonly at: Instant };

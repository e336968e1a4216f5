import type { KeyType } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import type { CustomerId, HostId, IdempotencyKey, IssuerRef, OrderId, PartnerId, SiteId } from "../identifiers.ts";
import type { InstallReceipt } from "../ports/host.ts";
import type { RevocationReason } from "../ports/issuer.ts";
import type { MailTemplate } from "../sentences/mails.ts";
import type { MethodChoice } from "../validation/artefact.ts";
import type { PreflightFinding } from "../validation/preflight.ts";
import type { Intent } from "../decide/step.ts";
import type { Enrolment, ErasableKey, IssuedCertificate, KeyPlace, Setback } from "./enrolment.ts";
import type { JournalEntry } from "./journal.ts";
import type { Money } from "./money.ts";
import type { Organisation } from "./organisation.ts";
import type { Product } from "./product.ts";
import type { CompletedValidation, PublishedProof } from "./validation.ts";

/**
 * What a customer bought: a product, a set of names, a licence of up to five years, and everything that is known of its
 * life. It is a value: changed only by folding events into it (`evolve`), moved only by `advance`.
 *
 * Finished enrolments are not in here: they leave with their journal as a `Chapter`, so the document stays small.
 */
export type Order = {
  readonly id: OrderId;
  readonly partner: PartnerId;
  readonly customer: CustomerId;
  readonly createdAt: Instant;
  readonly product: Product;
  readonly years: number;
  readonly price: Money;
  readonly names: readonly DomainName[];
  readonly keyType: KeyType;
  readonly contactEmails: readonly string[];
  /** In which language these are written to (BCP 47); English when nothing is said. */
  readonly language?: string;
  readonly organisation?: Organisation;
  /** The customer's own CSR for the first certificate, when they brought one. */
  readonly csr?: string;
  readonly wishes: Wishes;
  /** The order whose licence this one continues, and the one that continues this. */
  readonly renews?: OrderId;
  readonly renewedBy?: OrderId;

  readonly state: OrderState;
  /** While it stands still because of what became of its customer's account; nothing new is begun. */
  readonly hold?: Hold;
  readonly agreement?: Agreement;
  readonly preflight?: Preflight;
  /** The prepaid balance as last read; without an amount when the issuer keeps no balance. */
  readonly balance?: { readonly amount?: Money; readonly at: Instant };
  readonly charges: readonly Charge[];
  readonly licence?: Licence;
  readonly issuerRef?: IssuerRef;

  /** The trip under way. */
  readonly enrolment?: Enrolment;
  /** How many trips were begun. */
  readonly enrolments: number;
  /** How many certificates have been proven. */
  readonly certificates: number;
  /** The certificate that was last proven; the one the sites serve. */
  readonly certificate?: LiveCertificate;
  readonly completed: readonly CompletedValidation[];
  /** What a person asked for and has not been done yet. */
  readonly request?: Request;
  /** Why the last request could not be carried out, until another one is made. */
  readonly lastRefusal?: Setback;
  /** An outside effect that was written down before it was begun and whose outcome is not known yet. */
  readonly intent?: Intent;
  /** What did not succeed and is tried again, one for each line of work, so that one cannot hold up the others. */
  readonly setbacks: Readonly<Partial<Record<Lane, Setback>>>;
  /** Keys of certificates that were replaced, until they are destroyed where they lie. */
  readonly spentKeys: readonly SpentKey[];
  /** Installations of trips that are over, to be undone where they were begun. */
  readonly undo: readonly Undo[];
  /** Proofs still lying in the world after their enrolment. */
  readonly litter: readonly PublishedProof[];
  /** Reminders already queued, by key, so that each goes out once. */
  readonly reminded: readonly string[];
  readonly outbox: readonly Message[];
  readonly journal: JournalState;
  /** When to look again, and the rules edition this was decided under. */
  readonly next: { readonly at: Instant | null; readonly rulesEdition: string };
};

export type Undo = { readonly host: HostId; readonly site: SiteId; readonly receipt: InstallReceipt };

export type SpentKey = { readonly enrolment: number; readonly key: ErasableKey };

/** Lines of work that fail and are retried apart from each other. */
export type Lane = "enrolment" | "request" | "keys" | "undo" | "messages" | "litter" | "advice";

export type OrderState =
  /** Can still be changed; nothing was promised, nothing charged. */
  | { readonly kind: "draft" }
  /** Confirmed by the customer; the first certificate is under way. */
  | { readonly kind: "placed"; readonly at: Instant }
  /** The first certificate is issued; the licence runs. */
  | { readonly kind: "active"; readonly since: Instant }
  | { readonly kind: "ended"; readonly at: Instant; readonly because: OrderEnd };

export type Hold = { readonly since: Instant; readonly because: "account-suspended" | "account-removed" };

export type OrderEnd =
  | { readonly kind: "expired" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "refunded" }
  | { readonly kind: "revoked"; readonly reason: RevocationReason | "by-issuer" }
  | { readonly kind: "rejected"; readonly evidence: string };

/** The paid period. It outlives many certificates. */
export type Licence = { readonly start: Instant; readonly end: Instant };

export type Wishes = {
  /** Where to install; empty when the customer installs by hand. */
  readonly installations: readonly { readonly host: HostId; readonly site: SiteId }[];
  /** Chosen methods by name; a name without one gets the best that its hosts allow. */
  readonly methods: Readonly<Record<string, MethodChoice>>;
};

/** The subscriber agreement (BR §9.6.3): who agreed and when. */
export type Agreement = { readonly at: Instant; readonly by: string };

export type Preflight = { readonly at: Instant; readonly findings: readonly PreflightFinding[] };

/** Money spent, under the key that makes it spent once. */
export type Charge = { readonly key: IdempotencyKey; readonly at: Instant; readonly amount: Money };

export type LiveCertificate = IssuedCertificate & {
  readonly enrolment: number;
  readonly provenAt: Instant;
  readonly publicKeySha256: string;
  readonly key: KeyPlace;
  /** The last look at the sites that found something else than the look before. */
  readonly watch: { readonly at: Instant; readonly verdict: WatchVerdict };
  /** The issuer's advice when to replace it, and when we asked. */
  readonly advice?: { readonly at: Instant; readonly window?: { readonly start: Instant; readonly end: Instant } };
};

/** What the sites of an order serve, seen from outside. */
export type WatchVerdict =
  | { readonly kind: "served" }
  | { readonly kind: "other-certificate"; readonly name: string; readonly sha256: string }
  | { readonly kind: "not-reachable"; readonly name: string; readonly because: string };

export type Request =
  | {
      readonly kind: "reissue";
      readonly at: Instant;
      readonly names: readonly DomainName[];
      readonly csr?: string;
      /** How many trips had been begun when it was asked for; it wants a later one. */
      readonly after: number;
    }
  | { readonly kind: "revoke"; readonly at: Instant; readonly reason: RevocationReason }
  | { readonly kind: "cancel"; readonly at: Instant };

export type Message = {
  readonly id: string;
  readonly template: MailTemplate;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly queuedAt: Instant;
};

export type JournalState = {
  /** Number of the last entry, over all chapters; 0 before the first. */
  readonly sequence: number;
  /** Hash of the last entry; the empty string before the first. */
  readonly head: string;
  /** How many chapters have been closed. */
  readonly chapters: number;
  /** Entries since the last chapter was closed. */
  readonly entries: readonly JournalEntry[];
};

import type { DomainName, Instant } from "@hostseal/rules";
import type { HostId, SiteId } from "../identifiers.ts";
import type { IssuerValidation } from "../ports/issuer.ts";
import type { ZoneRecord } from "../ports/host.ts";

/** A proof that we put into the world ourselves, with what is needed to take it away again. */
export type PublishedProof =
  | { readonly kind: "record"; readonly host: HostId; readonly record: ZoneRecord }
  | {
      readonly kind: "file";
      readonly host: HostId;
      readonly site: SiteId;
      readonly path: string;
      readonly body: string;
    };

/** How far the proof of one name has come, as far as it is ours to move. */
export type ProofProgress =
  /** Not published by us, or begun and not heard of: then `proof` says what may lie there. */
  | { readonly kind: "unpublished"; readonly proof?: PublishedProof }
  /** Published by us; not seen from outside yet. */
  | { readonly kind: "published"; readonly at: Instant; readonly proof: PublishedProof }
  /** No host of ours can publish it: the customer does, or answers the mail. */
  | { readonly kind: "by-hand"; readonly since: Instant; readonly because: ByHandReason }
  /** Seen from outside by our own probe. */
  | { readonly kind: "seen"; readonly at: Instant; readonly proof?: PublishedProof };

export type ByHandReason = "zone-elsewhere" | "site-elsewhere" | "mail";

/** One validation of an enrolment: what the issuer says of it, and how far we have come with it. */
export type Validation = {
  readonly issuer: IssuerValidation;
  readonly progress: ProofProgress;
  /** When we last looked from outside, and what was there instead of the proof. */
  readonly look?: { readonly at: Instant; readonly found: string };
};

/** A completed validation that may serve again: one authorization domain at one issuer (BR §4.2.1). */
export type CompletedValidation = {
  readonly name: DomainName;
  /** Names that reach the same authorization domain share one validation. */
  readonly authorizationDomain: DomainName;
  readonly method: NonNullable<IssuerValidation["method"]>;
  readonly at: Instant;
  /** The last instant at which the rules known today let it serve again. */
  readonly reuseUntil: Instant;
  /** Whether a person had to publish the proof or answer a message. */
  readonly byHand: boolean;
};

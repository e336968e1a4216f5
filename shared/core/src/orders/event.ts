import type { DomainName, Instant } from "@hostseal/rules";
import type { CustomerId, HostId, IssuerRef, OrderId, PartnerId, SiteId, VaultRef } from "../identifiers.ts";
import type { Place } from "../decide/step.ts";
import type { Endpoint, InstallReceipt } from "../ports/host.ts";
import type { IssuerStatus, IssuerValidation, RevocationReason } from "../ports/issuer.ts";
import type { MethodChoice } from "../validation/artefact.ts";
import type { PreflightFinding } from "../validation/preflight.ts";
import type { EnrolmentReason, IssuedCertificate, Prepared, Setback } from "./enrolment.ts";
import type { Money } from "./money.ts";
import type { Charge, Hold, Licence, Message, Order, OrderEnd, Request, WatchVerdict } from "./order.ts";
import type { ByHandReason, CompletedValidation, PublishedProof } from "./validation.ts";

/** What an order is created from; everything that is fixed for its whole life. */
export type NewOrder = Pick<
  Order,
  | "product"
  | "years"
  | "price"
  | "names"
  | "keyType"
  | "contactEmails"
  | "language"
  | "wishes"
  | "organisation"
  | "renews"
  | "csr"
> & { readonly id: OrderId; readonly partner: PartnerId; readonly customer: CustomerId };

/** Everything that can happen to an order. The order is the sum of its events. */
export type OrderEvent =
  | { readonly kind: "order.created"; readonly order: NewOrder }
  | { readonly kind: "agreement.accepted"; readonly by: string }
  | { readonly kind: "method.told"; readonly name: DomainName; readonly choice: MethodChoice }
  | { readonly kind: "method.chosen"; readonly name: DomainName; readonly choice: MethodChoice }
  | { readonly kind: "preflight.observed"; readonly findings: readonly PreflightFinding[] }
  | { readonly kind: "balance.observed"; readonly amount?: Money }
  | { readonly kind: "order.confirmed"; readonly price: Money }
  | {
      readonly kind: "enrolment.begun";
      readonly reason: EnrolmentReason;
      readonly names: readonly DomainName[];
      readonly csr?: string;
    }
  | ({ readonly kind: "key.prepared" } & Prepared)
  | { readonly kind: "issuer.accepted"; readonly ref: IssuerRef; readonly generation: number }
  | { readonly kind: "charge.recorded"; readonly charge: Charge }
  | {
      readonly kind: "issuer.observed";
      readonly status: IssuerStatus;
      readonly rawStatus: string;
      readonly generation: number;
      readonly validations: readonly IssuerValidation[];
      readonly licence?: Licence;
    }
  | { readonly kind: "proof.begun"; readonly name: DomainName; readonly proof: PublishedProof }
  | { readonly kind: "proof.published"; readonly name: DomainName; readonly proof: PublishedProof }
  | { readonly kind: "proof.by-hand"; readonly name: DomainName; readonly because: ByHandReason }
  | { readonly kind: "proof.seen"; readonly name: DomainName }
  | { readonly kind: "proof.not-seen"; readonly name: DomainName; readonly found: string }
  | { readonly kind: "check.requested" }
  | {
      readonly kind: "certificate.collected";
      readonly certificate: IssuedCertificate;
      readonly completed: readonly CompletedValidation[];
    }
  | {
      readonly kind: "install.begun";
      readonly host: HostId;
      readonly site: SiteId;
      readonly receipt: InstallReceipt;
    }
  | {
      readonly kind: "install.applied";
      readonly host: HostId;
      readonly site: SiteId;
      readonly receipt: InstallReceipt;
      readonly names: readonly DomainName[];
      readonly endpoints: readonly Endpoint[];
      readonly steps: readonly string[];
    }
  | { readonly kind: "install.seen"; readonly host: HostId; readonly site: SiteId; readonly at: readonly Endpoint[] }
  | {
      readonly kind: "install.rolled-back";
      readonly host: HostId;
      readonly site: SiteId;
      /** Id of the receipt that was undone. */
      readonly receipt: string;
      readonly because: string;
    }
  | { readonly kind: "install.committed"; readonly host: HostId; readonly site: SiteId }
  | { readonly kind: "install.not-seen"; readonly found: string }
  | { readonly kind: "certificate.proven"; readonly serial: string }
  | { readonly kind: "key.destroyed"; readonly enrolment: number }
  | { readonly kind: "key.handed-over"; readonly enrolment: number; readonly ref: VaultRef }
  | { readonly kind: "enrolment.finished" }
  | { readonly kind: "enrolment.failed"; readonly setback: Setback }
  | { readonly kind: "enrolment.abandoned" }
  | { readonly kind: "step.failed"; readonly place: Place; readonly setback: Setback }
  | { readonly kind: "proof.withdrawn"; readonly proof: PublishedProof }
  | { readonly kind: "advice.observed"; readonly window?: { readonly start: Instant; readonly end: Instant } }
  | { readonly kind: "site.observed"; readonly verdict: WatchVerdict }
  | { readonly kind: "look.asked" }
  /** The last message goes out once more, and those of the issuer for these names. */
  | { readonly kind: "resend.asked"; readonly approvals: readonly DomainName[] }
  | { readonly kind: "request.made"; readonly request: Request }
  | { readonly kind: "request.overtaken" }
  | { readonly kind: "request.refused"; readonly setback: Setback }
  | { readonly kind: "certificate.revoked"; readonly reason: RevocationReason | "by-issuer" }
  | { readonly kind: "order.ended"; readonly because: OrderEnd }
  | { readonly kind: "order.renewed"; readonly by: OrderId }
  | { readonly kind: "order.held"; readonly because: Hold["because"] }
  | { readonly kind: "order.released" }
  | { readonly kind: "order.moved"; readonly customer: CustomerId; readonly from: HostId; readonly to: HostId }
  | { readonly kind: "message.queued"; readonly message: Omit<Message, "queuedAt"> }
  | { readonly kind: "message.sent"; readonly id: string };

export type OrderEventKind = OrderEvent["kind"];

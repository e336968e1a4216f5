import type { DomainName, Instant } from "@hostseal/rules";
import type { IdempotencyKey } from "../identifiers.ts";
import type { EnrolmentReason, ErasableKey } from "../orders/enrolment.ts";
import type { Lane, Message, OrderEnd } from "../orders/order.ts";
import type { PublishedProof } from "../orders/validation.ts";
import type { InstallReceipt } from "../ports/host.ts";
import type { RevocationReason } from "../ports/issuer.ts";

/** The next thing to do for an order, as data. `decide` names it, a performer does it, its outcome comes back as events. */
export type Step =
  | { readonly kind: "run-preflight" }
  | { readonly kind: "read-balance" }
  | {
      readonly kind: "begin-enrolment";
      readonly reason: EnrolmentReason;
      readonly names: readonly DomainName[];
      readonly csr?: string;
    }
  | { readonly kind: "prepare-key" }
  | { readonly kind: "submit" }
  | { readonly kind: "look-at-issuer" }
  | { readonly kind: "set-method"; readonly name: DomainName }
  | { readonly kind: "publish-proof"; readonly name: DomainName }
  | { readonly kind: "look-for-proof"; readonly name: DomainName }
  | { readonly kind: "request-check" }
  | { readonly kind: "collect" }
  | { readonly kind: "install"; readonly index: number }
  | { readonly kind: "prove"; readonly index: number }
  | { readonly kind: "commit-installation"; readonly index: number }
  | { readonly kind: "conclude" }
  | { readonly kind: "look-for-installation" }
  | { readonly kind: "give-up-enrolment"; readonly evidence: string }
  | { readonly kind: "finish-enrolment" }
  | { readonly kind: "destroy-key"; readonly enrolment: number; readonly key: ErasableKey }
  | { readonly kind: "close-chapter" }
  | { readonly kind: "withdraw-proof"; readonly proof: PublishedProof }
  | { readonly kind: "read-advice" }
  | { readonly kind: "revoke"; readonly reason: RevocationReason }
  | { readonly kind: "cancel" }
  | { readonly kind: "end"; readonly because: OrderEnd }
  | { readonly kind: "queue-message"; readonly message: Omit<Message, "queuedAt"> }
  | { readonly kind: "send-message"; readonly id: string };

export type StepKind = Step["kind"];

/** Steps that do not belong to the trip to a certificate. */
const lanes: { readonly [Kind in StepKind]?: Lane } = {
  "send-message": "messages",
  "withdraw-proof": "litter",
  "read-advice": "advice",
  revoke: "request",
  cancel: "request",
};

/** The line of work a step belongs to: where its failure is remembered. */
export const laneOf = (step: Step): Lane => lanes[step.kind] ?? "enrolment";

/**
 * Steps whose repetition would spend, install or revoke twice. They are stored as an intent before they are begun;
 * an intent without an outcome makes the performer ask the world first.
 */
export const needsIntent = (step: Step): boolean =>
  step.kind === "submit" || step.kind === "install" || step.kind === "revoke" || step.kind === "cancel";

/** A step that was written down before it was begun and has no outcome yet. */
export type Intent = {
  readonly step: Step;
  readonly key: IdempotencyKey;
  readonly since: Instant;
  /** For an installation: what undoes it. */
  readonly receipt?: InstallReceipt;
};

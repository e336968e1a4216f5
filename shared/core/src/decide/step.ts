import type { DomainName, Instant } from "@hostseal/rules";
import type { IdempotencyKey } from "../identifiers.ts";
import type { EnrolmentReason, ErasableKey } from "../orders/enrolment.ts";
import type { Lane, Message, OrderEnd, Undo } from "../orders/order.ts";
import type { PublishedProof } from "../orders/validation.ts";
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
  | { readonly kind: "undo-installation"; readonly index: number }
  | ({ readonly kind: "undo-left-behind" } & Undo)
  | { readonly kind: "give-up-enrolment"; readonly evidence: string }
  | { readonly kind: "abandon-enrolment" }
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

/**
 * The line of work each step belongs to: what fails in one line is retried there and holds nothing else up. Steps that
 * touch nothing outside cannot fail and belong to none.
 */
const lanes = {
  "run-preflight": "enrolment",
  "read-balance": "enrolment",
  "begin-enrolment": undefined,
  "prepare-key": "enrolment",
  submit: "enrolment",
  "look-at-issuer": "enrolment",
  "set-method": "enrolment",
  "publish-proof": "enrolment",
  "look-for-proof": "enrolment",
  "request-check": "enrolment",
  collect: "enrolment",
  install: "site",
  prove: "site",
  "commit-installation": "site",
  "undo-installation": "site",
  "undo-left-behind": "undo",
  conclude: "enrolment",
  "look-for-installation": "enrolment",
  "give-up-enrolment": undefined,
  "abandon-enrolment": undefined,
  "finish-enrolment": undefined,
  "destroy-key": "keys",
  "close-chapter": undefined,
  "withdraw-proof": "litter",
  "read-advice": "advice",
  revoke: "request",
  cancel: "request",
  end: undefined,
  "queue-message": undefined,
  "send-message": "messages",
} as const satisfies Record<StepKind, Lane | "site" | undefined>;

/** Where a failure of a step is remembered: in a line of the order, or with one site. */
export type Place = { readonly lane: Lane } | { readonly site: number };

/** The place of a step; nothing for steps that cannot fail. */
export const placeOf = (step: Step): Place | undefined => {
  const lane = lanes[step.kind];
  if (lane === undefined) return undefined;
  if (lane !== "site") return { lane };
  return "index" in step ? { site: step.index } : undefined;
};

/**
 * Steps that must not be made twice: one spends, the other would leave two keys. They are stored as an intent before
 * they are begun, which also lets only one of two workers act; an intent without an outcome makes the performer ask the
 * world first. (An installation is written down with its receipt, as an event.)
 */
export const needsIntent = (step: Step): boolean => step.kind === "submit" || step.kind === "prepare-key";

/** A step that was written down before it was begun and has no outcome yet. */
export type Intent = { readonly step: Step; readonly key: IdempotencyKey; readonly since: Instant };

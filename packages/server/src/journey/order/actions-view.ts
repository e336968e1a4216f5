import type { Order } from "@hostseal/core";
import { revocationReasonsOffered } from "@hostseal/rules";
import type { Vocabulary } from "../../words/vocabulary.ts";
import { newestCertificate } from "./certificate-view.ts";

/** What else can be done with an order now. */
export type ActionsView = {
  readonly canReissue: boolean;
  /** Whether a reissue may bring its own CSR, whose key we could not put onto a site. */
  readonly canBringCsr: boolean;
  /** Reasons to choose from; none when there is nothing to revoke. */
  readonly revocationReasons: readonly { readonly value: string; readonly text: string }[];
  readonly canCancel: boolean;
  /** Whether the private key can still be handed over. */
  readonly canArchive: boolean;
  readonly canDownload: boolean;
  /** Whether there is a message that could go out once more. */
  readonly canResend: boolean;
};

const keyOf = ({ enrolment, certificate }: Order): string | undefined =>
  enrolment !== undefined && "certificate" in enrolment.phase ? enrolment.phase.key.kind : certificate?.key.kind;

export const toActionsView = (order: Order, { t }: Vocabulary): ActionsView => {
  const isActive = order.state.kind === "active";
  const hasCertificate = newestCertificate(order) !== undefined;
  return {
    canReissue: isActive && order.request === undefined,
    canBringCsr: order.wishes.installations.length === 0,
    revocationReasons:
      isActive && hasCertificate
        ? revocationReasonsOffered().map(({ name: value }) => ({ value, text: t(`reason.${value}`) }))
        : [],
    canCancel: order.state.kind === "placed",
    canArchive: hasCertificate && order.wishes.installations.length === 0 && keyOf(order) === "vault",
    canDownload: hasCertificate,
    canResend: order.state.kind === "placed" || isActive,
  };
};

import type { JournalEntry, Order } from "@hostseal/core";
import type { Entry, Letter } from "@hostseal/sandbox";
import type { Instant } from "@hostseal/rules";
import type { ProvenCertificate } from "../telling/certificates.ts";

/** One TLS handshake with every name of the licence, at one stop of the clock. */
export type SiteLook = {
  readonly at: Instant;
  readonly notAfter: Instant | undefined;
  readonly complaint: string | undefined;
};

/** Everything that the years have left behind, to be judged. */
export type Evidence = {
  readonly order: Order;
  readonly licence: NonNullable<Order["licence"]>;
  readonly certificates: readonly ProvenCertificate[];
  readonly journal: readonly JournalEntry[];
  /** Messages in the mailbox of the order's contact. */
  readonly letters: readonly Letter[];
  /** Movements of the prepaid balance at the authority. */
  readonly ledger: readonly Entry[];
  readonly looks: readonly SiteLook[];
};

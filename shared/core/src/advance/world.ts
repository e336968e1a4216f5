import type { HostId, IssuerId } from "../identifiers.ts";
import type { Message, Order } from "../orders/order.ts";
import type { Clock } from "../ports/clock.ts";
import type { Host } from "../ports/host.ts";
import type { Issuer } from "../ports/issuer.ts";
import type { Log } from "../ports/log.ts";
import type { Mailer, OutgoingMail } from "../ports/mailer.ts";
import type { Probe } from "../ports/probe.ts";
import type { Store } from "../ports/store.ts";
import type { Vault } from "../ports/vault.ts";

/** Words a message about an order, as it leaves. */
export type Wording = (message: Message, order: Order) => Promise<Omit<OutgoingMail, "id" | "to">>;

/** Everything outside, as the core sees it. Built once by the composition root. */
export type World = {
  readonly clock: Clock;
  readonly store: Store;
  readonly vault: Vault;
  readonly probe: Probe;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Fails with `issuer.unknown`. */
  issuer(id: IssuerId): Issuer;
  /** Fails with `host.unknown`. */
  host(id: HostId): Host;
  /** The hosts on which proofs for this order may be published; those of other customers are never among them. */
  hostsOf(order: Order): readonly Host[];
  /** PEM roots that a certificate must lead to. */
  readonly roots: readonly string[];
  /** How messages are worded for their readers; in plain English when it is not there. */
  readonly wording?: Wording;
};

import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import type { OrderId, VaultRef } from "../identifiers.ts";

/** A secret with a reason to exist and a day to go. */
export type SealedEntry = {
  readonly order: OrderId;
  /** What it is, e.g. `key of enrolment 3`. */
  readonly label: string;
  readonly secret: Secret;
  readonly expiresAt: Instant;
};

/**
 * Keeps private keys for the short time between making them and seeing them served.
 * Nothing is readable at rest. An order document holds only the `VaultRef`.
 */
export interface Vault {
  /** Durable when it resolves. The same order and label replace what was there. */
  seal(entry: SealedEntry): Promise<VaultRef>;
  /** The secret, or nothing when it was destroyed or has expired. Fails with `vault.unreadable` when the seal is broken. */
  open(ref: VaultRef): Promise<Secret | undefined>;
  /** Gone for good; destroying what is gone is success. */
  destroy(ref: VaultRef): Promise<void>;
}

import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";

/** Permissions by the names that the command line takes; an administrator has them all. */
export type Permission = "manage_phosting" | "manage_dns";

/** Whose a secret key is, and from where it may be used. */
export type Holder = {
  readonly login: string;
  readonly role: "admin" | "reseller" | "client";
  readonly lacks: readonly Permission[];
  readonly address?: string;
};

/** Secret keys as `plesk bin secret_key` makes them: only Plesk knows whose they are. */
export type SecretKeys = {
  make(holder: Holder): Secret;
  revoke(key: Secret): void;
  /** Nobody for a key that was never made, was revoked, or comes from another address than it is bound to. */
  holderOf(key: string, address: string): Holder | undefined;
};

const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
const UUID_BYTES = 16;

const makeUuid = (random: Random): string =>
  Buffer.from(random.bytes(UUID_BYTES)).toString("hex").replace(UUID, "$1-$2-$3-$4-$5");

export const createSecretKeys = (random: Random): SecretKeys => {
  const holders = new Map<string, Holder>();
  return {
    make: (holder) => {
      const key = new Secret(makeUuid(random));
      holders.set(key.reveal(), holder);
      return key;
    },
    revoke: (key) => void holders.delete(key.reveal()),
    holderOf: (key, address) => {
      const holder = holders.get(key);
      return holder?.address === undefined || holder.address === address ? holder : undefined;
    },
  };
};

import type { Random } from "@hostseal/core";
import { type KeyType, makeCsr, makeKey, type Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";

/** A key that our extension made, and the names of the certificates that were stored with it. */
export type CabinetKey = {
  readonly account: string;
  readonly site: string;
  readonly pem: Secret;
  readonly uses: Set<string>;
};

/** The keys our extension keeps in Plesk's own settings, sealed. */
export type KeyCabinet = {
  make(
    owner: { account: string; site: string },
    type: KeyType,
    names: readonly DomainName[],
  ): Promise<{ reference: string; csr: string }>;
  get(reference: string): CabinetKey | undefined;
  forget(reference: string): void;
  references(): readonly string[];
};

const REFERENCE_BYTES = 12;

export const createKeyCabinet = (random: Random): KeyCabinet => {
  const keys = new Map<string, CabinetKey>();
  return {
    make: async (owner, type, names) => {
      const key = await makeKey(type);
      const csr = await makeCsr({ key, names });
      const reference = `key-${Buffer.from(random.bytes(REFERENCE_BYTES)).toString("hex")}`;
      keys.set(reference, { ...owner, pem: key.pem, uses: new Set() });
      return { reference, csr };
    },
    get: (reference) => keys.get(reference),
    forget: (reference) => void keys.delete(reference),
    references: () => [...keys.keys()],
  };
};

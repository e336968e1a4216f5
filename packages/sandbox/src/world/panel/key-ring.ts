import { type KeyType, makeCsr, makeKey, type Secret } from "@hostseal/pki";
import type { Random } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";

/** A private key that was made on the server. */
export type KeptKey = { readonly id: string; readonly webspace: string; readonly pem: Secret };

/** The private keys made here. They are used where they are and handed to nobody. */
export type KeyRing = {
  /** Makes a key for a webspace and a request for names with it. */
  make(
    webspace: string,
    type: KeyType,
    names: readonly DomainName[],
  ): Promise<{ readonly id: string; readonly csr: string }>;
  get(id: string): KeptKey | undefined;
  forget(id: string): void;
};

const ID_BYTES = 9;

export const createKeyRing = (random: Random): KeyRing => {
  const keys = new Map<string, KeptKey>();
  return {
    make: async (webspace, type, names) => {
      const key = await makeKey(type);
      const csr = await makeCsr({ key, names });
      const id = `key-${Buffer.from(random.bytes(ID_BYTES)).toString("base64url")}`;
      keys.set(id, { id, webspace, pem: key.pem });
      return { id, csr };
    },
    get: (id) => keys.get(id),
    forget: (id) => void keys.delete(id),
  };
};

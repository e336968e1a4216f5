import type { KeyCustody } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { makeCsr, makeKey } from "@hostseal/pki";
import type { Call } from "./moods.ts";

export type KeyRing = {
  readonly port: KeyCustody;
  count(): number;
  key(reference: string): Secret | undefined;
};

/** Private keys that are made on the host and stay there. */
export const createKeyRing = (call: Call): KeyRing => {
  const keys = new Map<string, Secret>();
  let made = 0;
  return {
    port: {
      make: (_site, keyType, names) =>
        call(async () => {
          const key = await makeKey(keyType);
          made += 1;
          const reference = `kept-${made}`;
          keys.set(reference, key.pem);
          return { csr: await makeCsr({ key, names }), reference };
        }),
      forget: (reference) =>
        call(() => {
          keys.delete(reference);
        }),
    },
    count: () => keys.size,
    key: (reference) => keys.get(reference),
  };
};

import { createHash } from "node:crypto";
import type { Clock, Random, SealedEntry, Vault, VaultRef } from "@hostseal/core";
import { asId, failure } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { FileSystem } from "../disk/file-system.ts";
import { rememberSuccess } from "./remember-success.ts";
import { openSeal, sealText } from "./seal.ts";
import { openSealedShelf } from "./sealed-shelf.ts";
import { ensureVaultKey, readVaultKey } from "./vault-key.ts";

export type VaultOptions = {
  /** The data folder, of which the caller holds the store's lock; secrets go to `vault/` below it. */
  readonly folder: string;
  /** Made with mode 0600 on first use. Keep a backup of it apart from the data folder's. */
  readonly keyFile: string;
  readonly random: Random;
  readonly clock: Pick<Clock, "now">;
  readonly files: FileSystem;
};

/**
 * Secrets as files that only the key file opens. Nothing is touched before the first call. A key file is made only as
 * long as nothing is sealed: when it is missing later, it was lost, and a new one would hide that.
 *
 * `destroy` unlinks the file. Writing over it first would promise more than today's disks keep: they write elsewhere.
 */
export const createVault = ({ folder, keyFile, random, clock, files }: VaultOptions): Vault => {
  const openShelf = rememberSuccess(async () => openSealedShelf(files, folder));
  const openKey = rememberSuccess(async () => {
    const shelf = await openShelf();
    if (await shelf.isEmpty()) await ensureVaultKey({ files, keyFile }, random);
    return readVaultKey({ files, keyFile });
  });

  return {
    seal: async (entry) => {
      const ref = refOf(entry);
      const [shelf, key] = [await openShelf(), await openKey()];
      await shelf.destroyExpired(clock.now());
      const { expiresAt } = entry;
      await shelf.write(ref, sealText({ key, ref }, { text: entry.secret.reveal(), expiresAt, random }));
      return ref;
    },
    open: async (ref) => {
      const shelf = await openShelf();
      await shelf.destroyExpired(clock.now());
      const sealed = await shelf.read(ref);
      if (sealed === undefined || sealed.expiresAt <= clock.now()) return undefined;
      const opened = openSeal({ key: await openKey(), ref }, sealed);
      if (opened.kind === "fine") return new Secret(opened.value);
      throw failure("vault.unreadable", { because: opened.because });
    },
    destroy: async (ref) => {
      const shelf = await openShelf();
      await shelf.destroy(ref);
    },
  };
};

/** The same for the same order and label, so that sealing again replaces; it says nothing about the secret. */
const refOf = ({ order, label }: Pick<SealedEntry, "order" | "label">): VaultRef => {
  const digest = createHash("sha256").update(JSON.stringify([order, label]));
  return asId(`sec_${digest.digest("hex").slice(0, 32)}`);
};

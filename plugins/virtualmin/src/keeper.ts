import type { InstallKey } from "@hostseal/core";
import type { Undo } from "./receipt.ts";
import type { Remote } from "./remote.ts";
import { look as lookShape, type Look, nothing, type Restored, restored } from "./wire.ts";

/** What the module does around an installation; what it keeps lies on the server, where only root reads it. */
export type Keeper = {
  look(domain: string): Promise<Look>;
  /** Keeps what is there under a receipt; refuses when that is not what the installation was planned for. */
  keep(undo: Undo, receipt: string, key: InstallKey): Promise<void>;
  /** Puts it back when ours is still there, and forgets it; without anything kept it does nothing. */
  restore(undo: Undo, receipt: string): Promise<Restored>;
  /** Forgets it. */
  settle(undo: Undo, receipt: string): Promise<void>;
};

export const createKeeper = (remote: Remote, owner: string): Keeper => ({
  look: async (domain) => {
    return remote.runOwn({ program: "hostseal-look", fields: { domain, owner }, site: domain }, lookShape);
  },
  keep: async ({ domain, sha256, replaced }, receipt, key) => {
    const kept = key.kind === "kept" ? { key: key.reference } : {};
    const fields = { domain, owner, receipt, sha256, replaced: replaced ?? "none", ...kept };
    await remote.runOwn({ program: "hostseal-keep", fields, site: domain }, nothing);
  },
  restore: async ({ domain, sha256 }, receipt) => {
    const fields = { domain, owner, receipt, sha256 };
    return remote.runOwn({ program: "hostseal-restore", fields, site: domain }, restored);
  },
  settle: async ({ domain }, receipt) => {
    const fields = { domain, owner, receipt };
    await remote.runOwn({ program: "hostseal-settle", fields, site: domain }, nothing);
  },
});

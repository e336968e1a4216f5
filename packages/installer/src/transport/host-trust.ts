import { readFile } from "node:fs/promises";
import type { HostKey, HostKeyVerdict, HostPlace } from "../host-keys/index.ts";
import { hostKeyFingerprint, judgeHostKey, parseKnownHosts, revokedKeysAt, trustedKeysAt } from "../host-keys/index.ts";
import type { HostKeyType } from "./algorithms.ts";
import { HOST_KEY_TYPES, isHostKeyType } from "./algorithms.ts";
import type { SshTarget } from "./transport.ts";

/** What is trusted about the host key of one target, read once before it is called. */
export type HostTrust = {
  readonly judge: (key: HostKey) => HostKeyVerdict;
  /** The types worth asking for: those held; every one when none is held, or only a fingerprint is. */
  readonly types: readonly HostKeyType[];
  readonly source:
    | { readonly kind: "keys"; readonly trusted: readonly HostKey[]; readonly revoked: readonly HostKey[] }
    | { readonly kind: "fingerprint"; readonly sha256: string };
};

/** A file that cannot be read vouches for nobody. */
const readEntries = async (file: string) => parseKnownHosts(await readFile(file, "latin1").catch(() => ""));

const placeOf = ({ host, address, port }: SshTarget): HostPlace => ({ names: [...new Set([address, host])], port });

const trustFingerprint = (sha256: string): HostTrust => ({
  types: HOST_KEY_TYPES,
  source: { kind: "fingerprint", sha256 },
  judge: (key) => {
    const seen = hostKeyFingerprint(key);
    return seen === sha256 ? { kind: "known" } : { kind: "changed", known: [sha256], seen };
  },
});

export const readHostTrust = async (target: SshTarget): Promise<HostTrust> => {
  if (target.hostKeys.kind === "fingerprint") return trustFingerprint(target.hostKeys.sha256);
  const entries = (await Promise.all(target.hostKeys.files.map(readEntries))).flat();
  const place = placeOf(target);
  const [trusted, revoked] = [trustedKeysAt(entries, place), revokedKeysAt(entries, place)];
  const types = [...new Set(trusted.map(({ type }) => type))].filter(isHostKeyType);
  return {
    types: types.length > 0 ? types : HOST_KEY_TYPES,
    source: { kind: "keys", trusted, revoked },
    judge: (key) => judgeHostKey(entries, place, key),
  };
};

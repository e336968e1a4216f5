import type { HostKey } from "../host-keys/index.ts";
import { hostKeyFingerprint } from "../host-keys/index.ts";
import { HOST_KEY_TYPES } from "./algorithms.ts";
import { chainTo } from "./chain-to.ts";
import { createGates } from "./gates.ts";
import type { HostTrust } from "./host-trust.ts";
import { HANDSHAKES_AT_ONCE } from "./retry-dropped.ts";
import { destroyAll, enterAll } from "./ssh2/enter-all.ts";
import { toConnectFailure } from "./ssh2/handshake-outcome.ts";
import { createKeyring } from "./ssh2/keyring.ts";
import { logIn } from "./ssh2/log-in.ts";
import type { Ssh2TransportDeps } from "./ssh2-transport.ts";
import type { SshTarget } from "./transport.ts";

/** The key that a server shows to somebody who knows none of its keys. */
export type ShownHostKey = { readonly key: HostKey; readonly type: string; readonly fingerprint: string };

const TRUST_NOBODY: HostTrust = {
  types: HOST_KEY_TYPES,
  source: { kind: "keys", trusted: [], revoked: [] },
  judge: (key) => ({ kind: "unknown", seen: hostKeyFingerprint(key) }),
};

/**
 * Reads the host key of a server without logging in to it, for a person to compare with the server's own and accept;
 * jump hosts on the way are logged in to as usual. What it gives is a claim, not a proof: nothing may be sent to the
 * server because of it.
 *
 * @throws Failure `host.unreachable` or `ssh.nothing-in-common`; for a jump host, as `Transport.connect`.
 */
export const readHostKey = async (
  target: SshTarget,
  { clock, random }: Ssh2TransportDeps,
  signal?: AbortSignal,
): Promise<ShownHostKey> => {
  const deps = { clock, random, gates: createGates(HANDSHAKES_AT_ONCE) };
  const jumps = await enterAll(chainTo(target).slice(0, -1), { ...deps, keyring: createKeyring(), signal });
  try {
    const wish = { target, trust: TRUST_NOBODY, login: undefined, through: jumps.at(-1), signal };
    const outcome = await logIn(wish, deps);
    if (outcome.kind === "ready") throw new TypeError("Nobody can log in without a login.");
    if (outcome.kind !== "host-key") throw toConnectFailure(target.host, outcome);
    const { key } = outcome;
    return { key, type: key.type, fingerprint: hostKeyFingerprint(key) };
  } finally {
    destroyAll(jumps);
  }
};

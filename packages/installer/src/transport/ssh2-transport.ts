import { once } from "node:events";
import type { Clock, Random } from "@hostseal/core";
import type { Client } from "ssh2";
import { chainTo } from "./chain-to.ts";
import { createGates } from "./gates.ts";
import { HANDSHAKES_AT_ONCE } from "./retry-dropped.ts";
import { readHostTrust } from "./host-trust.ts";
import { toConnectFailure } from "./ssh2/handshake-outcome.ts";
import type { Keyring } from "./ssh2/keyring.ts";
import { createKeyring } from "./ssh2/keyring.ts";
import type { LogInDeps } from "./ssh2/log-in.ts";
import { logIn } from "./ssh2/log-in.ts";
import { openShell } from "./ssh2/open-shell.ts";
import { toAuthMethod } from "./ssh2/to-auth-method.ts";
import type { Connection, SshTarget, Transport } from "./transport.ts";

/** Time and chance for the pauses between attempts. */
export type Ssh2TransportDeps = { readonly clock: Clock; readonly random: Random };

const CLOSED_WITHIN = 2_000;

type Deps = LogInDeps & { readonly keyring: Keyring };

const close = async (client: Client): Promise<void> => {
  const patience = setTimeout(() => client.destroy(), CLOSED_WITHIN);
  const closed = once(client, "close");
  client.end();
  await closed;
  clearTimeout(patience);
};

const enter = async (
  target: SshTarget,
  through: Client | undefined,
  { signal, ...deps }: Deps & { readonly signal: AbortSignal | undefined },
): Promise<Client> => {
  const [trust, login] = await Promise.all([readHostTrust(target), toAuthMethod(target, deps.keyring)]);
  const outcome = await logIn({ target, trust, login, through, signal }, deps);
  if (outcome.kind === "ready") return outcome.client;
  throw toConnectFailure(target.host, outcome);
};

/** A stack of logged-in clients, the target's last; each is reached through the one before it. */
const enterAll = async (target: SshTarget, deps: Deps, signal: AbortSignal | undefined): Promise<readonly Client[]> => {
  const clients: Client[] = [];
  try {
    for (const next of chainTo(target)) clients.push(await enter(next, clients.at(-1), { ...deps, signal }));
    return clients;
  } catch (thrown) {
    for (const client of clients.toReversed()) client.destroy();
    throw thrown;
  }
};

/**
 * The built-in driver: no program is started, and one connection costs no process. What it cannot do, the system's ssh
 * can: certificates, FIDO keys, post-quantum key exchange. The signal of `connect` ends the connecting, not what was
 * connected. Agents are used and never forwarded. Each key file is opened once for as long as the transport is used.
 */
export const createSsh2Transport = (deps: Ssh2TransportDeps): Transport => {
  const all: Deps = { ...deps, gates: createGates(HANDSHAKES_AT_ONCE), keyring: createKeyring() };
  return {
    connect: async (target, signal): Promise<Connection> => {
      const clients = await enterAll(target, all, signal);
      let open = true;
      for (const client of clients) client.on("close", () => void (open = false));
      return {
        async shell() {
          return openShell(target.host, clients.at(-1) as Client);
        },
        async [Symbol.asyncDispose]() {
          if (!open) for (const client of clients.toReversed()) client.destroy();
          else for (const client of clients.toReversed()) await close(client);
        },
      };
    },
  };
};

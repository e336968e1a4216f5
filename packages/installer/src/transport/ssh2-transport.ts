import type { Clock, Random } from "@hostseal/core";
import type { Client } from "ssh2";
import { chainTo } from "./chain-to.ts";
import { createGates } from "./gates.ts";
import { HANDSHAKES_AT_ONCE } from "./retry-dropped.ts";
import type { EnterDeps } from "./ssh2/enter-all.ts";
import { destroyAll, enterAll } from "./ssh2/enter-all.ts";
import { createKeyring } from "./ssh2/keyring.ts";
import { openShell } from "./ssh2/open-shell.ts";
import type { Connection, Transport } from "./transport.ts";

/** Time and chance for the pauses between attempts. */
export type Ssh2TransportDeps = { readonly clock: Clock; readonly random: Random };

const CLOSED_WITHIN = 2_000;

const close = async (client: Client): Promise<void> => {
  const patience = setTimeout(() => client.destroy(), CLOSED_WITHIN);
  const closed = new Promise<void>((resolve) => void client.once("close", () => resolve()));
  client.end();
  await closed;
  clearTimeout(patience);
};

/**
 * The built-in driver: no program is started, and one connection costs no process. What it cannot do, the system's ssh
 * can: certificates, FIDO keys, post-quantum key exchange. The signal of `connect` ends the connecting, not what was
 * connected. Agents are used and never forwarded. Each key file is opened once for as long as the transport is used.
 */
export const createSsh2Transport = (deps: Ssh2TransportDeps): Transport => {
  const all: EnterDeps = { ...deps, gates: createGates(HANDSHAKES_AT_ONCE), keyring: createKeyring() };
  return {
    connect: async (target, signal): Promise<Connection> => {
      const clients = await enterAll(chainTo(target), { ...all, signal });
      let open = true;
      for (const client of clients) client.on("close", () => void (open = false));
      return {
        async shell() {
          return openShell(target.host, clients.at(-1) as Client);
        },
        async [Symbol.asyncDispose]() {
          if (!open) return destroyAll(clients);
          for (const client of clients.toReversed()) await close(client);
        },
      };
    },
  };
};

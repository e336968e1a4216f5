import type { Client } from "ssh2";
import { readHostTrust } from "../host-trust.ts";
import type { SshTarget } from "../transport.ts";
import { toConnectFailure } from "./handshake-outcome.ts";
import type { Keyring } from "./keyring.ts";
import type { LogInDeps } from "./log-in.ts";
import { logIn } from "./log-in.ts";
import { toAuthMethod } from "./to-auth-method.ts";

export type EnterDeps = LogInDeps & { readonly keyring: Keyring };

type Entering = EnterDeps & { readonly signal: AbortSignal | undefined };

const enter = async (
  target: SshTarget,
  through: Client | undefined,
  { signal, keyring, ...deps }: Entering,
): Promise<Client> => {
  const [trust, login] = await Promise.all([readHostTrust(target), toAuthMethod(target, keyring)]);
  const outcome = await logIn({ target, trust, login, through, signal }, deps);
  if (outcome.kind === "ready") return outcome.client;
  throw toConnectFailure(target.host, outcome);
};

/** Lets go of all of them at once, the one reached last first. */
export const destroyAll = (clients: readonly Client[]): void => {
  for (const client of clients.toReversed()) client.destroy();
};

/** A stack of logged-in clients, in the order of the servers; each is reached through the one before it. */
export const enterAll = async (servers: readonly SshTarget[], entering: Entering): Promise<readonly Client[]> => {
  const clients: Client[] = [];
  try {
    for (const server of servers) clients.push(await enter(server, clients.at(-1), entering));
    return clients;
  } catch (thrown) {
    destroyAll(clients);
    throw thrown;
  }
};

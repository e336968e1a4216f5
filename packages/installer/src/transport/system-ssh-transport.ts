import type { Clock, Random } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { HostKeyType } from "./algorithms.ts";
import { HOST_KEY_TYPES, toHostKeyAlgorithms } from "./algorithms.ts";
import type { Gates } from "./gates.ts";
import { chainTo } from "./chain-to.ts";
import { createGates } from "./gates.ts";
import { readHostTrust } from "./host-trust.ts";
import { HANDSHAKES_AT_ONCE, retryDropped } from "./retry-dropped.ts";
import { openSystemShell } from "./system/open-system-shell.ts";
import type { SessionFolder } from "./system/session-folder.ts";
import { makeSessionFolder } from "./system/session-folder.ts";
import type { Master } from "./system/start-master.ts";
import { endSsh, isRunning, startMaster } from "./system/start-master.ts";
import type { TrustedHop } from "./system/to-system-failure.ts";
import { lastShownKey, toSystemFailure, wasDropped } from "./system/to-system-failure.ts";
import type { Connection, SshTarget, Transport } from "./transport.ts";

export type SystemSshTransportSettings = {
  readonly clock: Clock;
  readonly random: Random;
  /** The `ssh` to use, looked for on the system's standard path; OpenSSH 8.5 or newer. */
  readonly program?: string;
};

type Deps = Required<SystemSshTransportSettings> & { readonly gates: Gates };

const cannot = (host: string, what: string) =>
  failure(
    "host.unauthorised",
    { host },
    {
      evidence: `The system's ssh is not given ${what}: use an agent, a key without passphrase or the built-in driver.`,
    },
  );

const refuseSecrets = ({ host, login }: SshTarget): void => {
  if (login.kind === "password") throw cannot(host, "passwords");
  if (login.kind === "key" && login.passphrase) throw cannot(host, "passphrases");
};

const toHops = async (target: SshTarget): Promise<readonly TrustedHop[]> =>
  Promise.all(
    chainTo(target).map(async (target, at) => ({ alias: `hop-${at}`, target, trust: await readHostTrust(target) })),
  );

type Starting = Deps & { readonly signal: AbortSignal | undefined };

const wasDroppedAtOnce = (master: Master): boolean => master.kind === "ended" && wasDropped(master.errors);

const startPatiently = async (target: SshTarget, folder: SessionFolder, starting: Starting): Promise<Master> => {
  const run = async () => startMaster(starting.program, folder, starting.signal);
  return retryDropped(target, { run, wasDropped: wasDroppedAtOnce }, starting);
};

const typesOf = (shown: string): readonly HostKeyType[] => HOST_KEY_TYPES.filter((type) => type === shown);

/** A fingerprint does not tell its type: when the first key shown is not it, the other types are asked for. */
const start = async (hops: readonly TrustedHop[], folder: SessionFolder, deps: Starting): Promise<Master> => {
  const last = hops.at(-1) as TrustedHop;
  await folder.ask(undefined);
  const first = await startPatiently(last.target, folder, deps);
  if (last.trust.source.kind === "keys") return first;
  let master = first;
  let left = HOST_KEY_TYPES;
  while (master.kind === "ended" && /Host key verification failed/.test(master.errors)) {
    const shown = typesOf(lastShownKey(master.errors)?.type ?? "");
    left = left.filter((type) => !shown.includes(type));
    if (left.length === 0 || shown.length === 0) return first;
    await folder.ask(toHostKeyAlgorithms(left));
    master = await startPatiently(last.target, folder, deps);
  }
  return master.kind === "ended" && /no matching host key/.test(master.errors) ? first : master;
};

/**
 * The driver over the machine's own OpenSSH, for what the built-in one cannot: certificates, FIDO keys, post-quantum key
 * exchange. Of the person's ssh_config nothing is used; host keys are those the target trusts. It asks nothing, so a
 * password or passphrase is refused. A remote exit code of 255 cannot be told from a broken link and counts as none.
 */
export const createSystemSshTransport = (settings: SystemSshTransportSettings): Transport => {
  const deps: Deps = { program: "ssh", ...settings, gates: createGates(HANDSHAKES_AT_ONCE) };
  return {
    connect: async (target, signal): Promise<Connection> => {
      chainTo(target).forEach(refuseSecrets);
      const hops = await toHops(target);
      const folder = await makeSessionFolder(hops);
      try {
        const master = await start(hops, folder, { ...deps, signal });
        if (master.kind === "ended") throw toSystemFailure(hops, master.errors);
        return {
          async shell() {
            if (!isRunning(master.ssh))
              throw failure("host.unreachable", { host: target.host, because: "the link broke" });
            return openSystemShell(target.host, deps.program, folder);
          },
          async [Symbol.asyncDispose]() {
            await endSsh(master.ssh);
            await folder.remove();
          },
        };
      } catch (thrown) {
        await folder.remove();
        throw thrown;
      }
    },
  };
};

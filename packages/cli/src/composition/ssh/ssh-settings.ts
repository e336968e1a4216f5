import { asId } from "@hostseal/core";
import type { HostId } from "@hostseal/core";
import type { SshHostSettings, Transport } from "@hostseal/installer";
import { readRootFiles } from "../read-root-files.ts";
import type { Surroundings } from "../surroundings.ts";
import type { SshHostConfig } from "./ssh-host-schema.ts";
import { toSshTarget } from "./to-ssh-target.ts";

/** The settings of a host with everything said that has a usual value. */
export type SshSettings = SshHostSettings & {
  /** The folder on the host for journals and keys. */
  readonly state: string;
  /** Seconds that the host waits for our word before it puts everything back. */
  readonly patience: number;
};

/** Where a host keeps journals and keys, unless its entry says another folder. */
export const USUAL_STATE = "/var/lib/hostseal";

const PATIENCE = 600;

const createTransport = async ({ transport }: SshHostConfig, { clock, random }: Surroundings): Promise<Transport> => {
  const { createSsh2Transport, createSystemSshTransport } = await import("@hostseal/installer");
  return transport === "system" ? createSystemSshTransport({ clock, random }) : createSsh2Transport({ clock, random });
};

/** What the driver of an SSH host is built with. `roots` are trusted where the entry names none. Fails with `config.invalid`. */
export const sshSettings = async (
  id: string,
  config: SshHostConfig,
  around: Surroundings & { readonly roots: readonly string[] },
): Promise<SshSettings> => {
  const { clock, random, home } = around;
  const { config: server, state = USUAL_STATE, addresses, patience = PATIENCE, redirect, hsts } = config;
  return {
    id: asId<HostId>(id),
    target: await toSshTarget(id, config, around),
    transport: await createTransport(config, around),
    clock,
    random,
    roots: config.roots === undefined ? around.roots : await readRootFiles(config.roots, home),
    state,
    patience,
    ...(server !== undefined && { config: server }),
    ...(addresses !== undefined && { addresses }),
    ...(redirect !== undefined && { redirect }),
    ...(hsts !== undefined && { hsts }),
  };
};

import { createRootShells, type Reached, type SshHostSettings } from "@hostseal/installer";
import { look } from "@hostseal/installer/prove";

/** Logs in to a host. Whoever calls ends the connection. */
export const reach = async (settings: SshHostSettings, signal: AbortSignal): Promise<Reached> => {
  const { id, target, transport, random, clock } = settings;
  const connection = await transport.connect(target, signal);
  const shells = createRootShells(connection, id, random);
  return { host: id, connection, shells, random, clock, look: settings.look ?? look };
};

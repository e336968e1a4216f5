import { createHash } from "node:crypto";
import { rootCertificates } from "node:tls";
import { failure } from "@hostseal/core";
import type { Transport } from "@hostseal/installer";
import { createSsh2Transport, createSystemSshTransport } from "@hostseal/installer";
import type { FleetBundle, FleetHost, FleetHostPlace, FleetServer, FleetSite } from "@hostseal/installer/fleet";
import { splitPem } from "@hostseal/pki";
import type { CommandContext } from "../../command-line/command-row.ts";
import { rootsOf } from "../../composition/create-probe-of.ts";
import type { SshHostConfig } from "../../composition/ssh/ssh-host-schema.ts";
import { sshSettings } from "../../composition/ssh/ssh-settings.ts";
import type { Surroundings } from "../../composition/surroundings.ts";
import { surroundedBy, surroundingsOf } from "../../composition/surroundings-of.ts";
import { createSystemClock } from "../../composition/system-clock.ts";
import { readTextFile } from "../read-text-file.ts";
import { readBundle } from "./read-bundle.ts";
import { configIfAny } from "./ssh-desk.ts";

/** Everything that an installation on many hosts works with; nobody was asked over the network yet. */
export type FleetGround = {
  readonly around: Surroundings;
  /** In the order of the inventory. */
  readonly places: readonly FleetHostPlace[];
  readonly servers: ReadonlyMap<string, FleetServer>;
  /** Hex SHA-256 over what is to be where: equal for the same work. */
  readonly digest: string;
};

type Surrounded = Surroundings & { readonly roots: readonly string[] };

const surround = async (context: CommandContext, file: string | undefined): Promise<Surrounded> => {
  const { home, environment, terminal } = context;
  const config = await configIfAny(home);
  const place = { home, environment, note: terminal.note };
  const around = config === undefined ? surroundedBy(createSystemClock(), place) : await surroundingsOf(config, place);
  if (file === undefined)
    return { ...around, roots: config === undefined ? rootCertificates : await rootsOf(config, around.home) };
  const roots = splitPem(await readTextFile("--roots", file));
  if (roots.length > 0) return { ...around, roots };
  throw failure("input.option", { option: `--roots ${file}`, because: "there is no PEM certificate in it" });
};

/** Each file is read once, however many hosts get it. */
const createBundles = ({ clock, roots }: Surrounded) => {
  const read = new Map<string, Promise<FleetBundle>>();
  const load = async ({ name, certificate: cert, key, redirect, hsts }: FleetSite): Promise<FleetBundle> => {
    const { facts: _, ...bundle } = await readBundle({ cert, key }, { name, at: clock.now(), roots });
    return { ...bundle, name, redirect, hsts };
  };
  return async (site: FleetSite): Promise<FleetBundle> => {
    const known = JSON.stringify(site);
    const loading = read.get(known) ?? load(site);
    read.set(known, loading);
    return loading;
  };
};

const toConfig = ({ id: _id, sites: _sites, identity, ...host }: FleetHost): SshHostConfig => ({
  driver: "ssh",
  ...host,
  ...(identity !== undefined && { login: { key: identity } }),
});

const gatewayOf = ({ settings: { target } }: FleetServer): string => {
  const { address, port } = target.jumps[0] ?? target;
  return `${address} ${port}`;
};

const digestOf = (servers: ReadonlyMap<string, FleetServer>): string => {
  const work = [...servers].map(([id, { bundles }]) => [
    id,
    bundles.map(({ name, certificate }) => [name, certificate]),
  ]);
  return createHash("sha256").update(JSON.stringify(work)).digest("hex");
};

/** Reads certificates and keys, and finds out how each host is reached. Fails with `input.option` or `config.invalid`. */
export const openFleetGround = async (
  context: CommandContext,
  hosts: readonly FleetHost[],
  roots: string | undefined,
): Promise<FleetGround> => {
  const around = await surround(context, roots);
  const bundleFor = createBundles(around);
  const transports: Readonly<Record<"ssh2" | "system", Transport>> = {
    ssh2: createSsh2Transport(around),
    system: createSystemSshTransport(around),
  };
  const servers = new Map<string, FleetServer>();
  for (const host of hosts) {
    const settings = await sshSettings(host.id, toConfig(host), around);
    const bundles = await Promise.all(host.sites.map(bundleFor));
    servers.set(host.id, { settings: { ...settings, transport: transports[host.transport ?? "ssh2"] }, bundles });
  }
  const places = [...servers].map(([id, server]) => ({ id, gateway: gatewayOf(server) }));
  return { around, places, servers, digest: digestOf(servers) };
};

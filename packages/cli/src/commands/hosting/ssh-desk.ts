import { rootCertificates } from "node:tls";
import { failure, isFailure } from "@hostseal/core";
import type { HostId, Probe } from "@hostseal/core";
import { splitPem } from "@hostseal/pki";
import { createProbe } from "@hostseal/probe";
import type { CommandContext } from "../../command-line/command-row.ts";
import type { Config } from "../../composition/config-schema.ts";
import { createProbeOf, rootsOf } from "../../composition/create-probe-of.ts";
import { loadConfig } from "../../composition/load-config.ts";
import type { SshHostConfig } from "../../composition/ssh/ssh-host-schema.ts";
import { parseSshAddress } from "../../composition/ssh/ssh-address.ts";
import type { SshSettings } from "../../composition/ssh/ssh-settings.ts";
import { sshSettings } from "../../composition/ssh/ssh-settings.ts";
import type { Surroundings } from "../../composition/surroundings.ts";
import { surroundedBy, surroundingsOf } from "../../composition/surroundings-of.ts";
import { createSystemClock } from "../../composition/system-clock.ts";
import { readTextFile } from "../read-text-file.ts";
import { systemResolvers } from "../system-resolvers.ts";

/** One host that is reached over SSH, and what it is looked at with from outside. */
export type SshDesk = {
  readonly settings: SshSettings;
  readonly probe: Probe;
  /** Trust anchors, each a PEM text. */
  readonly roots: readonly string[];
};

export type DeskWish = {
  /** A name of the configuration, or `user@host[:port]`. */
  readonly host: string;
  /** A PEM file whose roots are trusted instead of those of the configuration. */
  readonly roots?: string | undefined;
  /** Which of several web servers is meant: the configuration it was started with. */
  readonly serverConfig?: string | undefined;
};

/** The configuration of the data folder; a server can be worked with without any. */
export const configIfAny = async (home: string): Promise<Config | undefined> => {
  try {
    return await loadConfig(home);
  } catch (thrown) {
    if (isFailure(thrown, "config.missing")) return undefined;
    throw thrown;
  }
};

const rootsFrom = async (path: string): Promise<readonly string[]> => {
  const roots = splitPem(await readTextFile("--roots", path));
  if (roots.length > 0) return roots;
  throw failure("input.option", { option: `--roots ${path}`, because: "there is no PEM certificate in it" });
};

/** What is said of a host: its entry, or what was typed when it says whom to log in as. */
const entryOf = (host: string, config: Config | undefined): SshHostConfig => {
  const known = config?.hosts[host as HostId];
  if (known?.driver === "ssh") return known;
  if (known !== undefined)
    throw failure("capability.unsupported", {
      who: host,
      because: "it is a panel, and this is for servers reached over SSH",
    });
  const parsed = host.includes("@") ? parseSshAddress(host) : undefined;
  if (parsed !== undefined) return { driver: "ssh", ...parsed };
  throw failure("host.unknown", { host });
};

const probeFor = (config: Config | undefined, roots: readonly string[], around: Surroundings): Probe =>
  config === undefined
    ? createProbe({ resolvers: systemResolvers(), roots, allowPrivateAddresses: true }, around)
    : createProbeOf(config, roots, around);

/**
 * Prepares to work with a host; nothing is asked over the network yet. Fails with `host.unknown`, `config.invalid`, and
 * `capability.unsupported` for a panel.
 */
export const openSshDesk = async (
  { home, environment, terminal }: CommandContext,
  { host, roots: file, serverConfig }: DeskWish,
): Promise<SshDesk> => {
  const config = await configIfAny(home);
  const place = { home, environment, note: terminal.note };
  const entry = entryOf(host, config);
  const around = config === undefined ? surroundedBy(createSystemClock(), place) : await surroundingsOf(config, place);
  const usual = config === undefined ? rootCertificates : await rootsOf(config, around.home);
  const settings = await sshSettings(host, entry, { ...around, roots: usual });
  const roots = file === undefined ? (settings.roots ?? usual) : await rootsFrom(file);
  const server = serverConfig === undefined ? {} : { config: serverConfig };
  return { settings: { ...settings, ...server, roots }, roots, probe: probeFor(config, roots, around) };
};

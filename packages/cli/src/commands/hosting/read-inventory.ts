import { dirname, join, resolve } from "node:path";
import { failure } from "@hostseal/core";
import type { FleetHost } from "@hostseal/installer/fleet";
import { parseInventory } from "@hostseal/installer/fleet";
import { parse, YAMLParseError } from "yaml";
import type { Environment } from "../../composition/environment.ts";
import { readTextFile } from "../read-text-file.ts";

const OPTION = "--inventory";

const parseYaml = (path: string, text: string): unknown => {
  try {
    return parse(text, { prettyErrors: true }) as unknown;
  } catch (thrown) {
    if (!(thrown instanceof YAMLParseError)) throw thrown;
    const [because = ""] = thrown.message.split("\n");
    throw failure("input.option", { option: `${OPTION} ${path}`, because: because.replace(/[.:]$/, "") });
  }
};

/** Paths count from the inventory's folder; `~` is the folder of whoever runs this. */
const pathsFrom = (inventory: string, environment: Environment) => {
  const folder = dirname(resolve(inventory));
  return (path: string): string =>
    path.startsWith("~/") ? join(environment.person().folder, path.slice(2)) : resolve(folder, path);
};

const located = (host: FleetHost, path: (written: string) => string): FleetHost => ({
  ...host,
  ...(host.identity !== undefined && { identity: path(host.identity) }),
  ...(host.knownHosts !== undefined && { knownHosts: path(host.knownHosts) }),
  sites: host.sites.map((site) => ({ ...site, certificate: path(site.certificate), key: path(site.key) })),
});

/** The hosts of an inventory, with absolute paths. Fails with `input.option`, which names everything that is wrong. */
export const readInventory = async (file: string, environment: Environment): Promise<readonly FleetHost[]> => {
  const parsed = parseInventory(parseYaml(file, await readTextFile(OPTION, file)));
  if (parsed.kind === "malformed")
    throw failure("input.option", { option: `${OPTION} ${file}`, because: parsed.problems.join("; ") });
  return parsed.hosts.map((host) => located(host, pathsFrom(file, environment)));
};

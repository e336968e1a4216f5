import type { HostConfig } from "../../composition/config-schema.ts";
import { toTable } from "../table.ts";

type HostRow = readonly [id: string, config: HostConfig];

const placeText = (config: HostConfig): string => {
  if (config.driver !== "ssh") return config.url;
  const { user, address, port } = config;
  const where = address.includes(":") && port !== undefined ? `[${address}]` : address;
  return `${user === undefined ? "" : `${user}@`}${where}${port === undefined ? "" : `:${port}`}`;
};

const trustText = (config: HostConfig): string => {
  if (config.driver !== "ssh") return "";
  return config.hostKey ?? config.knownHosts ?? "known_hosts";
};

/** The hosts of a configuration, a line each. */
export const toHostTable = (rows: readonly HostRow[]): readonly string[] =>
  toTable(
    ["Host", "Driver", "Where", "Host key"],
    rows.map(([id, config]) => [id, config.driver, placeText(config), trustText(config)]),
  );

/** The same for a program. */
export const toHostJson = ([id, config]: HostRow) => ({
  host: id,
  driver: config.driver,
  where: placeText(config),
  ...(config.driver === "ssh" && { hostKey: trustText(config) }),
});

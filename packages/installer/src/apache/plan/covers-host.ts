import type { VirtualHost } from "../vhosts/virtual-host.ts";

const coversName = (name: string, certified: ReadonlySet<string>): boolean => {
  const lower = name.toLowerCase();
  return certified.has(lower) || certified.has(`*.${lower.slice(lower.indexOf(".") + 1)}`);
};

/** Whether a certificate for the names is valid for all that a host is known by; a host without a name is known by any. */
export const coversHost = (names: readonly string[], { serverName, aliases }: VirtualHost): boolean => {
  const certified = new Set(names.map((name) => name.toLowerCase()));
  return serverName !== undefined && [serverName, ...aliases].every((name) => coversName(name, certified));
};

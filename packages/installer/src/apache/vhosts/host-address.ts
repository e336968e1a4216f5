import { isIP } from "node:net";

/**
 * One address of a `<VirtualHost>`. `*` is any address of either family; no port is any port. A host name is looked up
 * by the server when it starts, so only its dump knows the address.
 */
export type HostAddress = {
  readonly address: string;
  readonly port: number | undefined;
  readonly isHostName: boolean;
};

const ADDRESS = /^(?:\[([^\]]+)\]|([^:]+|[^[]*:[^[]*:[^[]*))(?::(\d+|\*))?$/;
const ANY: ReadonlySet<string> = new Set(["*", "_default_", "0.0.0.0", "::"]);

/** An IP address as it is written shortest; anything else as it is. */
export const canonicalAddress = (address: string): string =>
  isIP(address) === 6 ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;

/** Reads `*:443`, `192.0.2.1`, `[::1]:443`, `_default_:443` or `name:443`; nothing when it is none of them. */
export const parseHostAddress = (text: string): HostAddress | undefined => {
  const [, six, bare, port] = ADDRESS.exec(text) ?? [];
  const written = six ?? bare;
  if (written === undefined) return undefined;
  const canonical = canonicalAddress(written);
  const address = ANY.has(canonical.toLowerCase()) ? "*" : canonical;
  return {
    address,
    port: port === undefined || port === "*" ? undefined : Number(port),
    isHostName: address !== "*" && isIP(address) === 0,
  };
};

/** As in the server's dump: `*:443`, `[::1]:443`, `192.0.2.1:*`. */
export const printAddress = ({ address, port }: Pick<HostAddress, "address" | "port">): string =>
  `${isIP(address) === 6 ? `[${address}]` : address}:${port ?? "*"}`;

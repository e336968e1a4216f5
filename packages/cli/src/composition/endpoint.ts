import { isIP } from "node:net";
import type { Endpoint } from "@hostseal/core";

const DNS_PORT = 53;
const BRACKETED = /^\[(?<address>[^\]]+)\](?::(?<port>\d{1,5}))?$/;
const PLAIN = /^(?<address>[^:]+)(?::(?<port>\d{1,5}))?$/;

/** Reads `9.9.9.9`, `127.0.0.1:5353`, `2620:fe::fe` or `[::1]:5353`; the port is 53 when none is given. */
export const parseEndpoint = (text: string): Endpoint | undefined => {
  if (isIP(text) !== 0) return { address: text, port: DNS_PORT };
  const groups = (BRACKETED.exec(text) ?? PLAIN.exec(text))?.groups;
  const address = groups?.["address"] ?? "";
  const port = Number(groups?.["port"] ?? DNS_PORT);
  return isIP(address) !== 0 && port >= 1 && port <= 65_535 ? { address, port } : undefined;
};

/** Writes an endpoint the way `parseEndpoint` reads it. */
export const formatEndpoint = ({ address, port }: Endpoint): string =>
  isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;

import { isIPv6 } from "node:net";

/** An IP address and a port. */
export type Endpoint = { readonly address: string; readonly port: number };

/** `192.0.2.1:53`, `[2001:db8::1]:53`. */
export const toEndpointText = ({ address, port }: Endpoint): string =>
  isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;

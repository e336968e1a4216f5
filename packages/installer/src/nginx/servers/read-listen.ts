import { isIPv6 } from "node:net";
import type { Placed } from "../tree/nginx-tree.ts";
import type { Listen } from "./listen.ts";

const DEFAULT_PORT = "80";
const UNIX = /^unix:/i;
/** `[::1]:80-82`, `*:80`, `host`, each with the port left out or alone. */
const IPV6 = /^(\[[^\]]*\])(?::(\d+(?:-\d+)?))?$/;
const PORT_ONLY = /^\d+(?:-\d+)?$/;
const HOST = /^([^:]*)(?::(\d+(?:-\d+)?))?$/;
const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

const SOCKET_OPTIONS =
  /^(?:bind|deferred|reuseport|multipath|(?:setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=.*)$/;

type Address = Pick<Listen, "family" | "address">;

const toIpv6 = (bracketed: string): Address => {
  const text = bracketed.slice(1, -1);
  if (!isIPv6(text)) return { family: "host", address: bracketed };
  return { family: "ipv6", address: new URL(`http://[${text}]`).hostname };
};

/** Four decimal numbers, with zeros in front if need be; anything else is a name to look up. */
const toIpv4 = (text: string): Address => {
  const numbers = DOTTED.exec(text)?.slice(1).map(Number);
  if (text === "*" || numbers?.every((number) => number === 0)) return { family: "ipv4", address: "*" };
  if (numbers?.every((number) => number <= 255)) return { family: "ipv4", address: numbers.join(".") };
  return { family: "host", address: text.toLowerCase() };
};

type Where = Address & { readonly ports: string };

const splitAddress = (text: string): Where | undefined => {
  const ipv6 = IPV6.exec(text);
  if (ipv6) return { ...toIpv6(ipv6[1] ?? ""), ports: ipv6[2] ?? DEFAULT_PORT };
  if (PORT_ONLY.test(text)) return { family: "ipv4", address: "*", ports: text };
  const host = HOST.exec(text);
  return host ? { ...toIpv4(host[1] ?? ""), ports: host[2] ?? DEFAULT_PORT } : undefined;
};

/** Whether a `listen` is for a socket in the file system, which no client from outside reaches. */
const isUnixListen = ({ directive }: Placed): boolean => UNIX.test(directive.args[0]?.text ?? "");

/** Reads a `listen` of http or stream (`ngx_parse_url`, `ngx_http_core_listen`); nothing for Unix sockets. */
export const readListen = (placed: Placed): Listen | undefined => {
  const [where, ...options] = placed.directive.args.map(({ text }) => text);
  const split = where === undefined || isUnixListen(placed) ? undefined : splitAddress(where);
  if (!split) return undefined;
  const { family, address, ports } = split;
  const [firstPort = 0, lastPort = firstPort] = ports.split("-").map(Number);
  const has = (...names: readonly string[]): boolean => names.some((name) => options.includes(name));
  return {
    family,
    address,
    firstPort,
    lastPort,
    isSsl: has("ssl"),
    isQuic: has("quic"),
    isHttp2: has("http2"),
    isDefault: has("default_server", "default"),
    hasProxyProtocol: has("proxy_protocol"),
    takesIpv4: has("ipv6only=off"),
    hasSocketOptions: options.some((option) => SOCKET_OPTIONS.test(option)),
    placed,
  };
};

/** What nginx listens on for a server without a `listen`, when it is started by root. */
export const defaultListen = (port: number): Listen => ({
  family: "ipv4",
  address: "*",
  firstPort: port,
  lastPort: port,
  isSsl: false,
  isQuic: false,
  isHttp2: false,
  isDefault: false,
  hasProxyProtocol: false,
  takesIpv4: false,
  hasSocketOptions: false,
  placed: undefined,
});

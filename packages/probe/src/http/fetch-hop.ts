import { isIPv6, type Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { AddressBook, Addresses } from "../net/address-book.ts";
import { openSocket } from "../net/open-socket.ts";
import { shakeHands } from "../net/shake-hands.ts";
import { exchangeHttp, type HttpAnswer, type HttpFailure } from "./exchange-http.ts";
import { nameOf, portOf } from "./redirect-policy.ts";

export type Reach = {
  readonly addressesOf: AddressBook;
  /** Whether a CA would connect to an address that DNS gave. */
  readonly isAllowed: (address: string) => boolean;
  readonly toRealPort: (port: number) => number;
  readonly context: SecureContext;
  readonly timeouts: { readonly connection: number; readonly fetch: number };
  readonly sourceAddress?: string | undefined;
};

export type HopAnswer = (HttpAnswer & { readonly address: string }) | HttpFailure;

type Open = { readonly kind: "open"; readonly socket: Socket; readonly address: string };

const failed = (because: HttpFailure["because"], detail: string): HttpFailure => ({ kind: "failed", because, detail });

/** The first of each family, IPv6 first: a CA falls back to IPv4 when it cannot connect, and to nothing else. */
const toCandidates = (addresses: readonly string[]): readonly string[] =>
  [addresses.find((address) => isIPv6(address)), addresses.find((address) => !isIPv6(address))].filter(
    (address) => address !== undefined,
  );

const allowed = (found: Addresses, isAllowed: Reach["isAllowed"]): readonly string[] => {
  if (found.kind === "none") return [];
  return found.source === "settings" ? found.addresses : found.addresses.filter(isAllowed);
};

const locate = async (name: string, reach: Reach): Promise<readonly string[] | HttpFailure> => {
  const found = await reach.addressesOf(name);
  if (found.kind === "none") return failed("no-address", found.detail);
  const candidates = toCandidates(allowed(found, reach.isAllowed));
  if (candidates.length > 0) return candidates;
  return failed("no-address", `${name} has only addresses that are not public: ${found.addresses.join(", ")}`);
};

const open = async (url: URL, reach: Reach, signal: AbortSignal): Promise<Open | HttpFailure> => {
  const candidates = await locate(nameOf(url), reach);
  if ("kind" in candidates) return candidates;
  let last = failed("no-address", "");
  for (const address of candidates) {
    const endpoint = { address, port: reach.toRealPort(portOf(url)) };
    const { sourceAddress, timeouts } = reach;
    const opened = await openSocket({ endpoint, timeout: timeouts.connection, signal, sourceAddress });
    if (opened.kind === "open") return { ...opened, address };
    last = failed(opened.because === "unreachable" ? "refused" : opened.because, `${address}: ${opened.detail}`);
  }
  return last;
};

/** TLS errors other than a failed handshake are ignored, as CAs do: the place is not yet certified. */
const secure = async (url: URL, connection: Open, reach: Reach, signal: AbortSignal): Promise<Open | HttpFailure> => {
  if (url.protocol === "http:") return connection;
  const shaken = await shakeHands({ socket: connection.socket, name: nameOf(url), context: reach.context, signal });
  if (shaken.kind === "secured") return { ...connection, socket: shaken.socket };
  connection.socket.destroy();
  return failed(shaken.because === "handshake" ? "tls" : shaken.because, shaken.detail);
};

/** One URL, no redirect followed. */
export const fetchHop = async (url: URL, reach: Reach, signal: AbortSignal): Promise<HopAnswer> => {
  const connection = await open(url, reach, signal);
  if (connection.kind === "failed") return connection;
  const line = await secure(url, connection, reach, signal);
  if (line.kind === "failed") return line;
  return { ...(await exchangeHttp(url, { socket: line.socket, signal })), address: line.address };
};

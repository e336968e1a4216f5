import type { HttpHop, HttpObservation } from "@hostseal/core";
import { isIP } from "node:net";
import { isAskableName } from "../dns/askable-name.ts";

type Refusal = Extract<HttpObservation, { kind: "failed" }>["because"];
export type Refused = { readonly kind: "refused"; readonly because: Refusal; readonly detail: string };
export type Verdict = { readonly kind: "final" } | { readonly kind: "follow"; readonly url: URL } | Refused;

/** Only these are followed; not 303, nor what a page or a script does (BR §3.2.2.4.18; RFC 9110 §15.4). */
const FOLLOWED: ReadonlySet<number> = new Set([301, 302, 307, 308]);
/** The Authorized Ports of BR §1.6.1. */
const AUTHORISED_PORTS: ReadonlySet<number> = new Set([80, 443, 25, 22]);
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
/** As Let's Encrypt does; other CAs publish no number. */
const MOST_REDIRECTS = 10;

const refused = (because: Refusal, detail: string): Refused => ({ kind: "refused", because, detail });

/** The port of the URL as a CA would use it. */
export const portOf = (url: URL): number => Number(url.port) || (DEFAULT_PORTS[url.protocol] ?? 0);

/** The host of the URL as a name to ask DNS for. */
export const nameOf = (url: URL): string => url.hostname.replace(/\.$/, "");

/** Whether a CA would fetch this URL at all, and if not, why. */
export const judgeUrl = (url: URL): Refused | undefined => {
  if (!(url.protocol in DEFAULT_PORTS)) return refused("redirect-scheme", `${url.protocol} is neither http nor https`);
  if (!AUTHORISED_PORTS.has(portOf(url))) return refused("redirect-port", `port ${portOf(url)} is not authorised`);
  const name = nameOf(url);
  if (isIP(name.replaceAll(/[[\]]/g, "")) !== 0) return refused("malformed", `${name} is an address, not a name`);
  return isAskableName(name) ? undefined : refused("malformed", `"${name}" is not a host name`);
};

/** A 3xx: what it holds besides a Location is for people. */
export const isRedirect = (status: number): boolean => status >= 300 && status < 400;

const follow = (location: string, from: string): Verdict => {
  const url = URL.parse(location, from);
  if (!url) return refused("malformed", `the Location "${location}" is not a URL`);
  return judgeUrl(url) ?? { kind: "follow", url };
};

/** What a CA does after the last of these responses. A 3xx without a Location that is no redirect, such as 304, is final. */
export const judgeHops = (hops: readonly HttpHop[]): Verdict => {
  const last = hops.at(-1);
  if (!last || !isRedirect(last.status)) return { kind: "final" };
  const { status, location, url } = last;
  if (!FOLLOWED.has(status)) {
    return location === undefined ? { kind: "final" } : refused("redirect-status", `status ${status} is not followed`);
  }
  if (location === undefined) return refused("malformed", `status ${status} without a Location`);
  if (hops.length > MOST_REDIRECTS) return refused("too-many-redirects", `more than ${MOST_REDIRECTS} redirects`);
  return follow(location, url);
};

import type { TlsEndpoint } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import { bad, good, note, toMarkedLine } from "../events/line.ts";
import type { Line } from "../events/line.ts";
import { toNameText } from "../names.ts";
import type { Paint } from "../paint.ts";
import { toDay } from "../times.ts";

/** A site as it was seen at every address, and the certificate that its host has installed for it. */
export type SeenSite = {
  readonly host: string;
  readonly name: DomainName;
  /** Hex SHA-256 of the leaf; nothing when the host has none for this name. */
  readonly expected: string | undefined;
  readonly endpoints: readonly TlsEndpoint[];
  /** The leaf for a client that asks for no name; nothing when there is none. */
  readonly withoutName: readonly { readonly address: string; readonly sha256: string | undefined }[];
};

const SHORT = 16;

const where = ({ address, port }: { readonly address: string; readonly port: number }): string =>
  address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;

const chainText = ({ chain }: Extract<TlsEndpoint, { kind: "served" }>): string => {
  if (chain.kind === "complete") return "chain complete";
  return chain.kind === "incomplete"
    ? `its chain lacks the certificate of ${chain.missingIssuer}`
    : `its chain does not verify (${chain.because})`;
};

const isRight = (endpoint: TlsEndpoint, { expected }: SeenSite, now?: Instant): boolean =>
  endpoint.kind === "served" &&
  endpoint.sha256 === expected &&
  endpoint.chain.kind === "complete" &&
  (now === undefined || endpoint.notAfter > now);

const endpointLine = (endpoint: TlsEndpoint, seen: SeenSite, now: Instant): Line => {
  if (endpoint.kind === "failed") return bad(`${where(endpoint)} does not complete a handshake (${endpoint.because})`);
  const age = endpoint.notAfter <= now ? "expired on" : "until";
  const what = `${endpoint.names.slice(0, 2).join(", ")} ${age} ${toDay(endpoint.notAfter)}, ${chainText(endpoint)}`;
  const mark = isRight(endpoint, seen, now) ? good : bad;
  return mark(`${where(endpoint)} serves ${what}; SHA-256 ${endpoint.sha256.slice(0, SHORT)}…`);
};

const noNameLine = ({ address, sha256 }: SeenSite["withoutName"][number], { expected }: SeenSite): Line => {
  if (sha256 === undefined) return note(`${address} shows nothing to a client that asks for no name`);
  const which =
    sha256 === expected ? "this certificate too" : `another certificate (SHA-256 ${sha256.slice(0, SHORT)}…)`;
  return note(`${address} shows ${which} to a client that asks for no name`);
};

/** Whether every address serves what the host has installed, with a complete chain. */
export const isProven = (seen: SeenSite): boolean =>
  seen.expected !== undefined && seen.endpoints.length > 0 && seen.endpoints.every((one) => isRight(one, seen));

const verdict = (seen: SeenSite): string => {
  const name = toNameText(seen.name);
  if (seen.expected === undefined) return `${seen.host} has no certificate for ${name}.`;
  return isProven(seen)
    ? `Proven: ${name} is served everywhere with the certificate that ${seen.host} has installed (SHA-256 ${seen.expected}).`
    : `${name} is not served everywhere with the certificate that ${seen.host} has installed (SHA-256 ${seen.expected}).`;
};

/** What was seen, address by address, and what that means. */
export const toProofPage = (
  seen: SeenSite,
  { paint, now }: { readonly paint: Paint; readonly now: Instant },
): readonly string[] => {
  const lines = [
    ...seen.endpoints.map((endpoint) => endpointLine(endpoint, seen, now)),
    ...seen.withoutName.map((one) => noNameLine(one, seen)),
  ];
  return [...lines.map((line) => `  ${toMarkedLine(line, paint)}`), verdict(seen)];
};

/** The same for a program. */
export const toProofJson = (seen: SeenSite) => ({
  type: "proof",
  host: seen.host,
  name: seen.name,
  proven: isProven(seen),
  ...(seen.expected !== undefined && { installed: seen.expected }),
  endpoints: seen.endpoints.map((endpoint) =>
    endpoint.kind === "failed"
      ? endpoint
      : { ...endpoint, notBefore: toIso(endpoint.notBefore), notAfter: toIso(endpoint.notAfter) },
  ),
  withoutName: seen.withoutName,
});

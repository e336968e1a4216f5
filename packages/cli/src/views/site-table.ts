import type { HostId, InstalledCertificate, Site, TlsEndpoint, TlsObservation } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { toNamesText } from "./names.ts";
import { toTable } from "./table.ts";
import { toDay } from "./times.ts";

/** One site: what its host believes, and what the outside sees at its names. */
export type SiteLook = {
  readonly host: HostId;
  readonly site: Site;
  readonly installed: InstalledCertificate | undefined;
  readonly looks: readonly TlsObservation[];
};

const endpointText = (endpoint: TlsEndpoint, now: Instant): string => {
  if (endpoint.kind === "failed") return `no TLS (${endpoint.because})`;
  const chain = endpoint.chain.kind === "complete" ? "" : ", not trusted";
  const age = endpoint.notAfter <= now ? "expired on" : "until";
  return `${endpoint.names.slice(0, 2).join(", ")} ${age} ${toDay(endpoint.notAfter)}${chain}`;
};

const seenText = ({ looks }: SiteLook, now: Instant): string => {
  const texts = looks.flatMap(({ endpoints }) =>
    endpoints.length === 0 ? ["no address"] : endpoints.map((one) => endpointText(one, now)),
  );
  return [...new Set(texts)].join("; ");
};

/** Whether the outside sees, at every address of every name, what the host believes to be installed. */
export const isAsInstalled = ({ installed, looks }: SiteLook): boolean =>
  installed === undefined ||
  looks.every(({ endpoints }) => endpoints.every((one) => one.kind === "served" && one.sha256 === installed.sha256));

const installedText = ({ installed }: SiteLook): string =>
  installed === undefined ? "nothing" : `until ${toDay(installed.notAfter)}`;

/** Sites, a line each: what is installed, and what is served; with their document roots when asked. */
export const toSiteTable = (
  looks: readonly SiteLook[],
  now: Instant,
  { withRoots }: { readonly withRoots: boolean } = { withRoots: false },
): readonly string[] =>
  toTable(
    ["Site", "Names", ...(withRoots ? ["Document root"] : []), "Installed", "Seen from outside"],
    looks.map((look) => [
      `${look.host}:${look.site.id}`,
      toNamesText(look.site.names),
      ...(withRoots ? [look.site.documentRoot ?? "none of its own"] : []),
      installedText(look),
      seenText(look, now),
    ]),
  );

const toEndpointJson = (endpoint: TlsEndpoint) =>
  endpoint.kind === "failed"
    ? endpoint
    : { ...endpoint, notBefore: toIso(endpoint.notBefore), notAfter: toIso(endpoint.notAfter) };

/** The same for a program. */
export const toSiteJson = (looks: readonly SiteLook[]) =>
  looks.map((look) => ({
    host: look.host,
    site: look.site.id,
    names: look.site.names,
    ...(look.site.documentRoot !== undefined && { documentRoot: look.site.documentRoot }),
    ...(look.installed !== undefined && {
      installed: { sha256: look.installed.sha256, notAfter: toIso(look.installed.notAfter) },
    }),
    asInstalled: isAsInstalled(look),
    seen: look.looks.map(({ name, endpoints }) => ({ name, endpoints: endpoints.map(toEndpointJson) })),
  }));

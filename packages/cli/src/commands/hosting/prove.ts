import { failure } from "@hostseal/core";
import type { Host, Site, TlsEndpoint } from "@hostseal/core";
import { createSshHost } from "@hostseal/installer";
import { look } from "@hostseal/installer/prove";
import { covers } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import { z } from "zod";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import type { SeenSite } from "../../views/hosting/proof-page.ts";
import { isProven, toProofJson, toProofPage } from "../../views/hosting/proof-page.ts";
import { readName } from "../read-names.ts";
import { readOptions } from "../read-options.ts";
import { needed, serverOptions } from "./install-options.ts";
import type { SshDesk } from "./ssh-desk.ts";
import { openSshDesk } from "./ssh-desk.ts";
import { whereToLook } from "./where-to-look.ts";

const HTTPS = 443;
const optionsShape = { ...serverOptions, name: z.string().optional(), roots: z.string().optional() };

/** The site that answers for a name by one of its own names. */
const siteOf = async (host: Host, name: DomainName): Promise<Site> => {
  const sites = await host.sites();
  const found =
    sites.find(({ names }) => names.includes(name)) ??
    sites.find(({ names }) => names.some((one) => covers(one, name)));
  if (found !== undefined) return found;
  throw failure("host.site-unknown", { host: host.id, site: name });
};

const keyOf = ({ address, port }: TlsEndpoint): string => `${address} ${port}`;

/** Every address of the host and every address that DNS has for the name, each looked at once. */
const lookAt = async ({ settings, probe }: SshDesk, name: DomainName): Promise<readonly TlsEndpoint[]> => {
  const own = await whereToLook(settings, name, settings.look ?? look);
  const [atHost, byName] = await Promise.all([
    probe.tls({ name, endpoints: own.map((address) => ({ address, port: HTTPS })) }),
    probe.tls({ name }),
  ]);
  return [...new Map([...atHost.endpoints, ...byName.endpoints].map((one) => [keyOf(one), one])).values()];
};

/** What a client gets that asks for no name, at each address. */
const lookWithoutName = async (
  { settings }: SshDesk,
  endpoints: readonly TlsEndpoint[],
): Promise<SeenSite["withoutName"]> => {
  const addresses = [...new Set(endpoints.filter(({ port }) => port === HTTPS).map(({ address }) => address))];
  return Promise.all(
    addresses.map(async (address) => {
      const sight = await (settings.look ?? look)({ kind: "no-name", address });
      return { address, sha256: sight.kind === "nothing" ? undefined : sight.certificate };
    }),
  );
};

/** `hostseal prove`: shakes hands with a site at every address, and compares with what its host has installed. */
export const prove: Run = async (context, given) => {
  const options = readOptions(optionsShape, given.options);
  const name = readName(needed("--name", options.name));
  const desk = await openSshDesk(context, { ...options, host: needed("--host", options.host) });
  const host = createSshHost(desk.settings);
  const site = await siteOf(host, name);
  const installed = await host.installed(site.id);
  const endpoints = await lookAt(desk, name);
  const seen: SeenSite = {
    host: host.id,
    name,
    expected: installed?.sha256,
    endpoints,
    withoutName: await lookWithoutName(desk, endpoints),
  };
  return {
    exit: isProven(seen) ? EXIT.done : EXIT.unproven,
    lines: toProofPage(seen, { paint: context.paint, now: desk.settings.clock.now() }),
    json: toProofJson(seen),
  };
};

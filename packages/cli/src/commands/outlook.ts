import { rootCertificates } from "node:tls";
import { failure, isFailure, productsOnSale } from "@hostseal/core";
import type { Clock, Endpoint, Host, Probe } from "@hostseal/core";
import { createProbe } from "@hostseal/probe";
import type { Brand } from "@hostseal/rules";
import type { CommandContext } from "../command-line/command-row.ts";
import type { Adapters } from "../composition/create-adapters.ts";
import { parseEndpoint } from "../composition/endpoint.ts";
import { createSystemClock } from "../composition/system-clock.ts";
import { systemRandom } from "../composition/system-random.ts";
import { openAdapters } from "./open-adapters.ts";
import { systemResolvers } from "./system-resolvers.ts";

/** Where a check looks from, and whose practice counts unless it is told. */
export type Outlook = {
  readonly clock: Clock;
  readonly probe: Probe;
  readonly hosts: readonly Host[];
  readonly brand: Brand;
};

const BRAND_WITHOUT_CONFIGURATION: Brand = "sectigo";

const readResolver = (text: string): Endpoint => {
  const endpoint = parseEndpoint(text);
  if (endpoint !== undefined) return endpoint;
  const because = "write an IP address, with a port as in 127.0.0.1:5353 or [::1]:5353";
  throw failure("input.option", { option: `--resolver ${text}`, because });
};

const adaptersIfAny = async (context: CommandContext): Promise<Adapters | undefined> => {
  try {
    return await openAdapters(context);
  } catch (thrown) {
    if (isFailure(thrown, "config.missing")) return undefined;
    throw thrown;
  }
};

const ofConfiguration = async (adapters: Adapters): Promise<Outlook> => {
  const { clock, probe, hosts } = adapters;
  const [product] = await productsOnSale(adapters.issuers.values());
  return { clock, probe, hosts: [...hosts.values()], brand: product?.brand ?? BRAND_WITHOUT_CONFIGURATION };
};

const ofResolvers = (resolvers: readonly Endpoint[]): Outlook => {
  const clock = createSystemClock();
  const probe = createProbe({ resolvers, roots: rootCertificates }, { clock, random: systemRandom });
  return { clock, probe, hosts: [], brand: BRAND_WITHOUT_CONFIGURATION };
};

/**
 * Looks through the named resolvers when there are any, else through the configuration, else through the resolvers of
 * the machine. Fails with `input.option` for a resolver that is none.
 */
export const createOutlook = async (context: CommandContext, resolvers: readonly string[]): Promise<Outlook> => {
  if (resolvers.length > 0) return ofResolvers(resolvers.map(readResolver));
  const adapters = await adaptersIfAny(context);
  return adapters === undefined ? ofResolvers(systemResolvers()) : ofConfiguration(adapters);
};

import { getServers } from "node:dns";
import type { Endpoint } from "@hostseal/core";
import { parseEndpoint } from "../composition/endpoint.ts";

/** The DNS resolvers of this machine. */
export const systemResolvers = (): readonly Endpoint[] =>
  getServers()
    .map((text) => parseEndpoint(text))
    .filter((endpoint) => endpoint !== undefined);

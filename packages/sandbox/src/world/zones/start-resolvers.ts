import type { Endpoint } from "@hostseal/core";
import type { DnsServer } from "./dns-server.ts";
import { startDnsServer } from "./dns-server.ts";
import type { ZoneRegister } from "./zone-register.ts";

/** Where the world's own people look from. */
const HERE = "here";

/** Where a certificate authority looks from too (BR §3.2.2.9): one place for each regional registry, and one more. */
const ELSEWHERE = ["africa", "asia", "europe", "north-america", "oceania", "south-america"] as const;

/** One resolver for each place from which the zones can be seen. */
export type Resolvers = {
  readonly here: Endpoint;
  readonly elsewhere: readonly { readonly name: string; readonly resolver: Endpoint }[];
  close(): Promise<void>;
};

const endpointOf = ({ address, port }: DnsServer): Endpoint => ({ address, port });

export const startResolvers = async (register: ZoneRegister): Promise<Resolvers> => {
  const here = await startDnsServer(register.seenFrom(HERE));
  const others = await Promise.all(
    ELSEWHERE.map(async (name) => ({ name, server: await startDnsServer(register.seenFrom(name)) })),
  );
  return {
    here: endpointOf(here),
    elsewhere: others.map(({ name, server }) => ({ name, resolver: endpointOf(server) })),
    close: async () => {
      await Promise.all([here.close(), ...others.map(({ server }) => server.close())]);
    },
  };
};

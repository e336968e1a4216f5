import type { DomainName } from "@hostseal/rules";
import type { DemoWorld, Resident } from "@hostseal/sandbox";

/** One virtual server: a webspace of the ground under the name of its first host. */
export type VirtualServer = {
  readonly name: string;
  readonly id: string;
  readonly webspace: string;
  /** The Unix user who owns it. */
  readonly user: string;
  readonly hostNames: readonly DomainName[];
  readonly documentRoot: string;
  /** The zone with its records, when the panel serves it. */
  readonly zone?: string;
};

const FIRST_ID = 178_900_000_000_001;

const toServer = ({ ground }: DemoWorld, resident: Resident, index: number): readonly VirtualServer[] => {
  const { site, names, account, zone, isZoneHosted } = resident;
  const [name] = names;
  const webspace = ground.webspaces.get(site);
  if (name === undefined || !webspace) return [];
  return [
    {
      name,
      id: String(FIRST_ID + index),
      webspace: site,
      user: account,
      hostNames: names,
      documentRoot: webspace.home,
      ...(isZoneHosted && { zone }),
    },
  ];
};

export const toServers = (world: DemoWorld): readonly VirtualServer[] =>
  world.residents.flatMap((resident, index) => toServer(world, resident, index));

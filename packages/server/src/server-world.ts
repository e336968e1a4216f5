import type { CustomerId, Host, Issuer, IssuerId, Random, World } from "@hostseal/core";

/** The world, with what only people who look around need. */
export type ServerWorld = World & {
  readonly random: Random;
  readonly issuers: ReadonlyMap<IssuerId, Issuer>;
  /** Where the sites of a customer lie. */
  hostsOfCustomer(customer: CustomerId): readonly Host[];
};

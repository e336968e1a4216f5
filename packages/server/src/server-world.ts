import type { CustomerId, Host, Issuer, IssuerId, Random, World } from "@hostseal/core";
import type { Documents } from "./partner/documents.ts";

/** The world, with what only people who look around need. */
export type ServerWorld = World & {
  readonly random: Random;
  /** What belongs to the partner and to no order. */
  readonly documents: Documents;
  readonly issuers: ReadonlyMap<IssuerId, Issuer>;
  /** Where the sites of a customer lie. */
  hostsOfCustomer(customer: CustomerId): readonly Host[];
};

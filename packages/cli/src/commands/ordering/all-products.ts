import type { Product } from "@hostseal/core";
import type { Adapters } from "../../composition/create-adapters.ts";

/** Everything the configured issuers sell. */
export const allProducts = async ({ issuers }: Pick<Adapters, "issuers">): Promise<readonly Product[]> => {
  const lists = await Promise.all(
    [...issuers.values()].map(async ({ catalogue }) => (await catalogue?.products()) ?? []),
  );
  return lists.flat();
};

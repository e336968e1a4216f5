import type { Product } from "../orders/product.ts";
import type { Issuer } from "../ports/issuer.ts";

/** Everything that the issuers sell; one without a catalogue sells nothing of its own. */
export const productsOnSale = async (issuers: Iterable<Issuer>): Promise<readonly Product[]> =>
  (await Promise.all(Array.from(issuers, async ({ catalogue }) => (await catalogue?.products()) ?? []))).flat();

import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toProductTable } from "../views/product-table.ts";
import { openAdapters } from "./open-adapters.ts";
import { allProducts } from "./ordering/all-products.ts";

/** `hostseal products` */
export const products: Run = async (context) => {
  const onSale = await allProducts(await openAdapters(context));
  return { exit: EXIT.done, lines: toProductTable(onSale), json: onSale };
};

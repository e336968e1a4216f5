import { productsOnSale } from "@hostseal/core";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toProductTable } from "../views/product-table.ts";
import { openAdapters } from "./open-adapters.ts";

/** `hostseal products` */
export const products: Run = async (context) => {
  const onSale = await productsOnSale((await openAdapters(context)).issuers.values());
  return { exit: EXIT.done, lines: toProductTable(onSale), json: onSale };
};

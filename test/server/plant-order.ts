import { systemRandom } from "@hostseal/cli";
import { asId, newOrder, newOrderId, type Order, type OrderWish } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";
import type { Stage } from "./stage.ts";

/** A name that only stands in orders of somebody else. */
export const CANARY = "canary.example.org";

export type Owner = { readonly partner: string; readonly customer: string };

/** A draft of whoever it shall be, in the same store. */
export const plantOrder = async ({ world }: Stage, { partner, customer }: Owner): Promise<Order> => {
  const parsed = parseDomainName(CANARY);
  const [issuer] = world.issuers.values();
  const [product] = (await issuer?.catalogue?.products()) ?? [];
  if (parsed.kind !== "name" || !product) throw new TypeError("the demo sells nothing");
  const wish: OrderWish = {
    id: newOrderId(systemRandom),
    partner: asId(partner),
    customer: asId(customer),
    product,
    years: 1,
    names: [parsed.name],
    keyType: "ec-p256",
    contactEmails: ["canary@example.org"],
    wishes: { installations: [], methods: {} },
  };
  const order = newOrder(wish, world.clock.now(), "somebody else");
  await world.store.put(order, 0);
  return order;
};

// The app over a customer with many sites and an order for each, in a process of its own. Talks to its parent alone.
import { asId, type Host, newOrderId, type Order, type SiteId } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import { placeOrder } from "../server/placed-order.ts";
import { openStage, type Stage } from "../server/stage.ts";

/** What the parent is told when everything stands. */
export type Ground = { readonly origin: string; readonly cookie: string; readonly order: string };

const SITES = 200;

const nameAt = (at: number): DomainName => {
  const parsed = parseDomainName(`site-${at}.example.com`);
  if (parsed.kind !== "name") throw new TypeError("no name");
  return parsed.name;
};

const all = Array.from({ length: SITES }, (_, at) => ({ id: asId<SiteId>(`site-${at}`), names: [nameAt(at)] }));

const withManySites = (host: Host): Host => ({ ...host, sites: async () => all });

/** The same order once more, for another site. */
const copied = (stage: Stage, order: Order, { id: site, names }: (typeof all)[number]): Order => ({
  ...order,
  id: newOrderId(stage.world.random),
  names,
  wishes: { ...order.wishes, installations: [{ host: asId("panel"), site }] },
});

const stage = await openStage({
  flies: false,
  through: (world) => ({
    ...world,
    hostsOfCustomer: (customer) => world.hostsOfCustomer(customer).map((host) => withManySites(host)),
  }),
});
const order = await placeOrder(stage, { names: ["shop.example.com", "www.shop.example.com"], site: "shop" });
for (const site of all) await stage.world.store.put(copied(stage, order, site), 0);
const visitor = stage.visitor();
const { headers } = await visitor.post("/panel/sign-on", { assertion: stage.assertionFor("harbour") });
const [cookie = ""] = (headers.get("set-cookie") ?? "").split(";");
process.on("message", () => process.send?.({ bytes: process.memoryUsage().rss }));
process.once("disconnect", () => process.exit());
process.send?.({ origin: stage.origin, cookie, order: order.id } satisfies Ground);

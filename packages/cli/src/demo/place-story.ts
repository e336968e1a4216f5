import { failure, newOrder, newOrderId, productOf, runCommand, settle, productsOnSale } from "@hostseal/core";
import type { Order, OrderId, OrderWish, Settled } from "@hostseal/core";
import { readNames } from "../commands/read-names.ts";
import { toPricePage } from "../views/price-page.ts";
import { plainPaint } from "../views/paint.ts";
import { liveOn } from "./live-on.ts";
import { ownerOf } from "./people/act-as-customer.ts";
import type { Stage } from "./stage.ts";
import type { Story } from "./tour/story.ts";
import type { Demo } from "./world/start-demo.ts";

const asciiMethods = ({ methods = {} }: Story): OrderWish["wishes"]["methods"] =>
  Object.fromEntries(Object.entries(methods).map(([name, choice]) => [readNames([name])[0] ?? name, choice]));

const placeOf = ({ account }: Demo, { home, site }: Story): OrderWish["wishes"]["installations"][number] =>
  home === undefined ? { host: account.host, site: account.siteOf(site) } : { host: home.host, site };

const toWish = async ({ demo, world }: Stage, story: Story, renews: OrderId | undefined): Promise<OrderWish> => {
  const { partner, customer, contactEmails } = world.config;
  return {
    id: newOrderId(world.random),
    partner,
    customer: story.home?.customer ?? customer,
    product: productOf(await productsOnSale(world.issuers.values()), story.product),
    years: story.years,
    names: readNames(story.names),
    keyType: "ec-p256",
    contactEmails,
    wishes: {
      installations: [placeOf(demo, story)],
      methods: asciiMethods(story),
    },
    ...(story.organisation !== undefined && { organisation: story.organisation }),
    ...(renews !== undefined && { renews }),
  };
};

/** Makes and examines a draft; nothing is promised by it. */
export const draftStory = async (stage: Stage, story: Story, renews?: OrderId): Promise<Settled> => {
  const { world, narrator } = stage;
  const draft = newOrder(await toWish(stage, story, renews), world.clock.now(), ownerOf(stage).by);
  await world.store.put(draft, 0);
  narrator.journal(draft);
  return settle(world, draft.id, ({ order }) => narrator.journal(order));
};

const confirm = async (stage: Stage, order: Order): Promise<void> => {
  const { world, narrator } = stage;
  const balance = await world.issuer(order.product.issuer).purse?.balance();
  narrator.shows(toPricePage(order, balance, plainPaint).map((line) => `    ${line}`));
  narrator.journal(await runCommand(world, order.id, { kind: "accept-agreement" }, ownerOf(stage)));
  narrator.journal(await runCommand(world, order.id, { kind: "confirm", price: order.price }, ownerOf(stage)));
};

/** Orders what a story wishes for and lets it live until it rests. Fails with `order.refused` when its draft is blocked. */
export const placeStory = async (stage: Stage, story: Story, renews?: OrderId): Promise<Settled> => {
  const { order, decision } = await draftStory(stage, story, renews);
  if (decision.kind === "wait" && decision.reason === "draft.blocked")
    throw failure("order.refused", { order: order.id, because: "the demo world does not allow it" });
  story.arrange?.(stage.demo);
  await confirm(stage, order);
  return liveOn(stage, order.id, story.react?.(stage.demo));
};

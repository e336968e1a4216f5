import { newOrder, wholeJournal, findOrder } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import { z } from "zod";
import { newestCertificate } from "../../journey/order/certificate-view.ts";
import { cursorSchema, toCursor } from "../cursor.ts";
import { operation, type Operation } from "../operation.ts";
import { apiRefusal } from "../problems.ts";
import { certificateSchema, orderPageSchema, orderSchema, timelineSchema } from "../schemas/order.ts";
import { newOrderSchema } from "../schemas/requests.ts";
import { referenceSchema } from "../schemas/values.ts";
import { narrowed } from "../scope-of.ts";
import { seeOrder } from "../see-order.ts";
import { toOrderWish } from "./to-order-wish.ts";

const LONGEST_PAGE = 100;

const listQuery = z.strictObject({
  state: z.enum(["draft", "placed", "active", "ended"]).optional(),
  name: z.string().max(253).optional().meta({ description: "Orders that hold exactly this name" }),
  customer: referenceSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(50),
});

const list = operation({
  id: "listOrders",
  method: "get",
  path: "/orders",
  summary: "Orders, page by page",
  scope: "orders:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: orderPageSchema,
  query: listQuery,
  run: async ({ api, caller, query }) => {
    const { state, name, customer, cursor, limit } = query;
    const found = await api.world.store.query({
      scope: narrowed(caller, customer),
      limit,
      ...(state !== undefined && { state }),
      ...(name !== undefined && { name }),
      ...(cursor !== undefined && { after: cursor }),
    });
    const see = { api, caller };
    return { orders: found.orders.map((order) => seeOrder(see, order)), next: toCursor(found.next) };
  },
});

const get = operation({
  id: "getOrder",
  method: "get",
  path: "/orders/{id}",
  summary: "One order, and what it waits for",
  scope: "orders:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: orderSchema,
  run: async ({ api, caller, id }) => seeOrder({ api, caller }, await findOrder(api.world.store, id, caller.scope)),
});

const create = operation({
  id: "createOrder",
  method: "post",
  path: "/orders",
  summary: "A draft: its names are examined, and nothing is promised or charged until it is confirmed",
  scope: "orders:write",
  idempotencyKey: "required",
  status: 201,
  answer: orderSchema,
  body: newOrderSchema,
  run: async (call) => {
    const { world, pilot } = call.api;
    const { scope, asker } = call.caller;
    const draft = newOrder(await toOrderWish(call), world.clock.now(), `${asker.who} from ${asker.from}`);
    const present = await world.store.get(draft.id, scope);
    if (present === undefined) await world.store.put(draft, 0);
    pilot.poke();
    return seeOrder(call, present?.order ?? draft);
  },
});

const timeline = operation({
  id: "getTimeline",
  method: "get",
  path: "/orders/{id}/timeline",
  summary: "Everything that happened to an order, from its first day",
  scope: "orders:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: timelineSchema,
  run: async ({ api: { world }, caller, id }) => {
    const order = await findOrder(world.store, id, caller.scope);
    const entries = await wholeJournal(world.store, order, caller.scope);
    return {
      entries: entries.map(({ sequence, at, by, event, hash }) => ({
        sequence,
        at: toIso(at),
        by,
        event: event.kind,
        hash,
      })),
    };
  },
});

const certificate = operation({
  id: "getCertificate",
  method: "get",
  path: "/orders/{id}/certificate",
  summary: "The newest certificate of an order, with its chain",
  scope: "orders:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: certificateSchema,
  run: async ({ api: { world }, caller, id }) => {
    const newest = newestCertificate(await findOrder(world.store, id, caller.scope));
    if (newest === undefined) throw apiRefusal("request.unknown");
    return { leaf: newest.leaf, chain: [...newest.chain] };
  },
});

/** Orders, one by one and all of them. */
export const orderOperations: readonly Operation[] = [list, create, get, timeline, certificate];

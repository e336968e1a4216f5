import { type Advanced, asId, type Order, type PartnerId, reasonOf, type VaultRef } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import type { PartnerBook } from "../partner/partner-book.ts";
import type { Hook } from "../partner/partner-record.ts";
import type { ServerWorld } from "../server-world.ts";
import { type HookEvent, hookEventOf } from "./hook-events.ts";
import { createOutbox, type Delivery } from "./outbox.ts";
import type { Send } from "./send.ts";
import { signatureHeaders } from "./signature.ts";

/** Tells programs what became of orders. */
export type Dispatcher = {
  /** Enters what a step has brought about. */
  enter(advanced: Advanced): Promise<void>;
  /** Sends everything whose time has come. */
  work(): Promise<void>;
};

export type DispatcherParts = {
  readonly world: ServerWorld;
  readonly partner: PartnerId;
  readonly book: PartnerBook;
  readonly send: Send;
};

const ID_BYTES = 12;

const isFor = (hook: Hook, { customer }: Order): boolean => hook.customer === undefined || hook.customer === customer;

/** Little is said: whoever hears of it asks the API with a key that may see the order. */
const bodyOf = (order: Order, event: HookEvent, at: number): string =>
  JSON.stringify({ type: event, timestamp: toIso(at), data: { order: order.id, customer: order.customer } });

export const createDispatcher = ({ world, partner, book, send }: DispatcherParts): Dispatcher => {
  const { clock, random, vault, log } = world;
  const outbox = createOutbox(world.documents, partner);
  const newId = (): string => `msg_${Buffer.from(random.bytes(ID_BYTES)).toString("base64url")}`;

  const attempt = async ({ id, hook: to, body }: Delivery): Promise<boolean> => {
    const hook = (await book.read()).hooks.find((one) => one.id === to);
    const secret = hook && (await vault.open(asId<VaultRef>(hook.secret)));
    if (!hook || !secret) return true;
    const status = await send({
      url: hook.url,
      headers: signatureHeaders({ id, at: clock.now(), body }, secret),
      body,
    });
    return status >= 200 && status < 300;
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    const isTaken = await attempt(delivery).catch((thrown: unknown) => {
      const details = { delivery: delivery.id, hook: delivery.hook, because: reasonOf(thrown) };
      log.emit({ level: "warning", event: "webhook.not-taken", details });
      return false;
    });
    if (isTaken) return outbox.sent(delivery.id);
    const goesOn = await outbox.failed(delivery.id, clock.now());
    const { id, hook } = delivery;
    if (!goesOn) log.emit({ level: "failure", event: "webhook.given-up", details: { delivery: id, hook } });
  };

  return {
    enter: async ({ order, events }) => {
      const told = events.flatMap(({ kind }) => hookEventOf(kind) ?? []);
      if (told.length === 0 || order.partner !== partner) return;
      const hooks = (await book.read()).hooks.filter((hook) => isFor(hook, order));
      const now = clock.now();
      const fresh = told.flatMap((event) =>
        hooks.map((hook) => ({ id: newId(), hook: hook.id, body: bodyOf(order, event, now) })),
      );
      if (fresh.length > 0) await outbox.enter(fresh, now);
    },
    work: async () => {
      const due = await outbox.due(clock.now());
      const hooks = [...new Set(due.map(({ hook }) => hook))];
      // A receiver that hangs holds up none of the others.
      await Promise.all(
        hooks.map(async (hook) => {
          for (const delivery of due.filter((one) => one.hook === hook)) await deliver(delivery);
        }),
      );
    },
  };
};

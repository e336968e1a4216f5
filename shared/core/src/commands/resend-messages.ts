import { type DomainName, type Instant, MINUTE } from "@hostseal/rules";
import type { World } from "../advance/world.ts";
import { openOrder } from "../advance/open-order.ts";
import { failure } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import type { OrderEvent } from "../orders/event.ts";
import { evolve } from "../orders/evolve.ts";
import type { JournalEntry } from "../orders/journal.ts";
import type { Order } from "../orders/order.ts";
import type { Scope, Store } from "../ports/store.ts";
import type { Caller } from "./run-command.ts";

/** Between two of them, so that nobody's mailbox is flooded by a button. */
const PAUSE = 5 * MINUTE;

type Queued = Extract<OrderEvent, { kind: "message.queued" }>["message"];

/** Names whose control is shown by answering the issuer's message, which nobody has answered yet. */
const awaitingAnswer = ({ enrolment }: Order): readonly DomainName[] =>
  enrolment?.phase.kind === "validating"
    ? enrolment.phase.validations.flatMap(({ issuer: { subject, artefact, status } }) =>
        subject.kind === "name" && artefact?.kind === "email" && status.kind === "pending" ? [subject.name] : [],
      )
    : [];

const lastQueued = (entries: readonly JournalEntry[]): Queued | undefined => {
  const last = entries.findLast(({ event }) => event.kind === "message.queued");
  return last?.event.kind === "message.queued" ? last.event.message : undefined;
};

const lastMessage = async (store: Store, order: Order, scope: Scope): Promise<Queued | undefined> => {
  let last: Queued | undefined;
  for await (const { entries } of store.chapters(order.id, scope)) last = lastQueued(entries) ?? last;
  return lastQueued(order.journal.entries) ?? last;
};

const wasJustAsked = ({ journal }: Order, at: Instant): boolean =>
  journal.entries.some((entry) => entry.event.kind === "resend.asked" && entry.at + PAUSE > at);

/**
 * Sends what is out for an order once more: the last message we wrote, and the issuer's messages that wait for an answer.
 * Fails with `order.refused` when there is none, or when it was asked for within the last five minutes; it is in the
 * journal before anything leaves.
 */
export const resendMessages = async (world: World, id: OrderId, { scope, by }: Caller): Promise<void> => {
  const open = await openOrder(world.store, id, scope);
  const { order } = open;
  const at = world.clock.now();
  const { approvers } = world.issuer(order.product.issuer);
  const approvals = approvers && order.issuerRef !== undefined ? awaitingAnswer(order) : [];
  const message = await lastMessage(world.store, order, scope);
  if (wasJustAsked(order, at)) throw failure("order.refused", { order: id, because: "it was done a moment ago" });
  if (message === undefined && approvals.length === 0)
    throw failure("order.refused", { order: id, because: "no message has been sent yet" });

  const asked: OrderEvent = { kind: "resend.asked", approvals };
  const again: readonly OrderEvent[] =
    message === undefined ? [] : [{ kind: "message.queued", message: { ...message, id: `${message.id}:${at}` } }];
  const next = [asked, ...again].reduce((one, event) => evolve(one, { at, by, event }), order);
  await open.save({ ...next, next: { ...next.next, at } });
  for (const name of approvals) if (order.issuerRef !== undefined) await approvers?.resend(order.issuerRef, name);
};

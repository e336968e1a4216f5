import { mails } from "../../sentences/mails.ts";
import { render } from "../../sentences/sentence.ts";
import type { Performer } from "../performer.ts";
import type { Wording } from "../world.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

const inPlainEnglish: Wording = async ({ template, parameters }) => {
  const { subject, text } = mails[template];
  return { subject: render(subject, parameters), text: render(text, parameters) };
};

/** Puts a message into the order's outbox, where it cannot get lost. */
export const queueMessage: Performer<"queue-message"> = async (_context, { message }) =>
  happened({ kind: "message.queued", message });

/** Hands the oldest message over to the mail server. Its id stays the same, so a second time is no second message. */
export const sendMessage: Performer<"send-message"> = async ({ world, order }, { id }) => {
  const message = needed(
    order.outbox.find((one) => one.id === id),
    `message ${id}`,
  );
  const worded = await (world.wording ?? inPlainEnglish)(message, order);
  await world.mailer.send({ id, to: order.contactEmails, ...worded });
  return happened({ kind: "message.sent", id });
};

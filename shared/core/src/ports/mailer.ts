/** A message as it leaves us. `id` is stable: the same id twice is the same message. */
export type OutgoingMail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same as an HTML document, for readers that show it. */
  readonly html?: string;
  /** In whose name; otherwise as the mailer was set up. */
  readonly from?: { readonly name: string; readonly address?: string };
};

/**
 * Sends mail. Delivery is at least once; the receiver's side removes doubles by `id` (it becomes the Message-ID).
 * Fails with `mailer.unreachable` when the message was not taken over.
 */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}

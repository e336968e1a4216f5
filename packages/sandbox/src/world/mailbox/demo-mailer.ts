import type { Mailer } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { PostOffice } from "./post-office.ts";

/** Sends mail into the mailboxes of a demo world; fails with `mailer.unreachable` while its post office is closed. */
export const createDemoMailer = ({ mailbox }: { readonly mailbox: PostOffice }): Mailer => ({
  send: async (mail) => {
    if (!mailbox.isOpen()) throw failure("mailer.unreachable", { because: "the post office is closed" });
    mailbox.deliver(mail);
  },
});

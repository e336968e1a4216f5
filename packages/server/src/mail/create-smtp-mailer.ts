import { createHash } from "node:crypto";
import { type Clock, failure, type Mailer, type OutgoingMail, reasonOf } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { createTransport, type SendMailOptions } from "nodemailer";

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** Whether TLS comes first, as on port 465. Otherwise STARTTLS is insisted on, but for a server on this very machine. */
  readonly secure: boolean;
  /** Who may send; nothing for a server that asks nobody. */
  readonly login?: { readonly user: string; readonly credential: Secret };
  readonly from: { readonly name: string; readonly address: string };
  /** PEM roots that the server's certificate must lead to. */
  readonly roots: readonly string[];
};

const PATIENCE = 20 * SECOND;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** The same message has the same Message-ID, by which mail systems drop doubles (RFC 5322 §3.6.4). */
const messageId = (id: string, address: string): string => {
  const digest = createHash("sha256").update(id).digest("hex").slice(0, 40);
  return `<${digest}@${address.split("@").at(-1)}>`;
};

const toOptions = ({ login, ...settings }: SmtpSettings) => ({
  host: settings.host,
  port: settings.port,
  secure: settings.secure,
  requireTLS: !settings.secure && !LOOPBACK.test(settings.host),
  tls: { ca: [...settings.roots], minVersion: "TLSv1.2" as const },
  ...(login && { auth: { user: login.user, pass: login.credential.reveal() } }),
  connectionTimeout: PATIENCE,
  greetingTimeout: PATIENCE,
  socketTimeout: PATIENCE,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The address that was set up stays the one that mail comes back to, in whosever name it is sent. */
const toMessage = ({ id, to, ...mail }: OutgoingMail, own: SmtpSettings["from"], now: number): SendMailOptions => ({
  messageId: messageId(id, own.address),
  date: new Date(now),
  from: { ...own, ...mail.from },
  to: [...to],
  envelope: { from: own.address, to: [...to] },
  subject: mail.subject,
  text: mail.text,
  ...(mail.html !== undefined && { html: mail.html }),
  // RFC 3834 §5: nobody's holiday notice answers it.
  headers: { "auto-submitted": "auto-generated" },
});

/** Sends mail over a mail server (RFC 5321), with TLS verified. Fails with `mailer.unreachable` unless it was taken over. */
export const createSmtpMailer = (settings: SmtpSettings, clock: Clock): Mailer => {
  const transport = createTransport(toOptions(settings));
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(toMessage(mail, settings.from, clock.now()));
      } catch (thrown) {
        throw failure("mailer.unreachable", { because: reasonOf(thrown) }, { cause: thrown });
      }
    },
  };
};

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { Secret } from "@hostseal/pki";
import { fromIso } from "@hostseal/rules";
import { createSmtpMailer, type SmtpSettings } from "@hostseal/server";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createOwnAuthority, type Issued, type OwnAuthority } from "../cli/own-authority.ts";

const START = fromIso("2026-11-21T12:00:00Z");
const clock = { now: () => START, until: () => Promise.resolve() };
const PASSWORD = "correct-horse-7Q2";

const mail = {
  id: "ord_1:1:proven",
  to: ["owner@harbour.example", "second@harbour.example"],
  subject: "bücher.example: the certificate is active\r\nBcc: evil@example.com",
  text: "It is served.\n\nمرحبا",
  html: "<!doctype html><p>It is served.</p>",
};

type Received = {
  readonly email: Email;
  readonly recipients: readonly string[];
  /** Where it comes back to. */
  readonly returnPath: string;
  readonly user: string | undefined;
};
type MailServer = { readonly port: number; readonly received: Received[]; close(): Promise<void> };

const startMailServer = async (
  { certificate, chain, key }: Issued,
  options: SMTPServerOptions,
): Promise<MailServer> => {
  const received: Received[] = [];
  const server = new SMTPServer({
    key,
    cert: certificate + chain,
    authOptional: true,
    onAuth: ({ username, password }, _session, done) =>
      password === PASSWORD && username !== undefined ? done(null, { user: username }) : done(new Error("who?")),
    onData: (stream, { envelope, user }, done) => {
      void buffer(stream).then(async (raw) => {
        const recipients = envelope.rcptTo.map(({ address }) => address);
        const returnPath = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        received.push({ email: await PostalMime.parse(raw), recipients, returnPath, user });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    port: (listener.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

let authority: OwnAuthority;
let issued: Issued;
const open: MailServer[] = [];

beforeAll(async () => {
  authority = await createOwnAuthority(Date.now());
  issued = await authority.issue("localhost", Date.now() - 1_000);
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const start = async (options: SMTPServerOptions = {}): Promise<MailServer> => {
  const server = await startMailServer(issued, options);
  open.push(server);
  return server;
};

const settingsFor = ({ port }: MailServer, changes: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: "localhost",
  port,
  secure: true,
  from: { name: "Harbour SSL", address: "ssl@harbour.example" },
  roots: [authority.root],
  ...changes,
});

describe("a mail server", () => {
  test("gets text and HTML in the partner's name, to everybody and nobody else", async () => {
    const server = await start({ secure: true });
    await createSmtpMailer(settingsFor(server), clock).send(mail);
    const [{ email, recipients } = { email: undefined, recipients: [] }] = server.received;
    expect(recipients).toEqual(mail.to);
    expect(email?.from).toMatchObject({ name: "Harbour SSL", address: "ssl@harbour.example" });
    expect(email?.subject).toContain("bücher.example: the certificate is active");
    expect(email?.bcc).toBeUndefined();
    expect(email?.text?.trim()).toBe(mail.text);
    expect(email?.html?.trim()).toBe(mail.html);
    expect(new Date(email?.date ?? "").getTime()).toBe(START);
    expect(email?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  test("gets it in the name that a letter says, while it comes back to the address that was set up", async () => {
    const server = await start({ secure: true });
    const from = { name: "Pier SSL", address: "ssl@pier.example" };
    await createSmtpMailer(settingsFor(server), clock).send({ ...mail, from });
    expect(server.received[0]?.email.from).toMatchObject(from);
    expect(server.received[0]?.returnPath).toBe("ssl@harbour.example");
  });

  test("is shown the same Message-ID for the same message, and another for another", async () => {
    const server = await start({ secure: true });
    const mailer = createSmtpMailer(settingsFor(server), clock);
    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send({ ...mail, id: "ord_1:2:proven" });
    const ids = server.received.map(({ email }) => email.messageId);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@harbour\.example>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test("is logged in to with the credential", async () => {
    const server = await start({ secure: true, authOptional: false });
    const login = { user: "ssl", credential: new Secret(PASSWORD) };
    await createSmtpMailer(settingsFor(server, { login }), clock).send(mail);
    expect(server.received.map(({ user }) => user)).toEqual(["ssl"]);
  });

  test("that does not take the credential is told in one failure, without it", async () => {
    const server = await start({ secure: true, authOptional: false });
    const login = { user: "ssl", credential: new Secret("wrong-horse-9Z") };
    const failed = await createSmtpMailer(settingsFor(server, { login }), clock)
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ code: "mailer.unreachable" });
    expect(String(failed)).not.toContain("wrong-horse-9Z");
  });

  test("with STARTTLS gets it, as soon as the line is secure", async () => {
    const server = await start();
    await createSmtpMailer(settingsFor(server, { secure: false }), clock).send(mail);
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ["a certificate of somebody else", { roots: [] }],
    ["another name than the certificate's", { host: "127.0.0.1" }],
  ])("gets nothing when it has %s", async (_what, changes) => {
    const server = await start({ secure: true });
    const sent = createSmtpMailer(settingsFor(server, changes), clock).send(mail);
    await expect(sent).rejects.toMatchObject({ code: "mailer.unreachable" });
    expect(server.received).toEqual([]);
  });

  test("that offers no TLS gets nothing, unless it is on this very machine", async () => {
    const server = await start({ hideSTARTTLS: true });
    const far = createSmtpMailer(settingsFor(server, { secure: false, host: "::ffff:127.0.0.1" }), clock).send(mail);
    await expect(far).rejects.toMatchObject({ code: "mailer.unreachable" });
    await createSmtpMailer(settingsFor(server, { secure: false }), clock).send(mail);
    expect(server.received).toHaveLength(1);
  });

  test("that refuses a message has not taken it over", async () => {
    const server = await start({ secure: true, onRcptTo: (_to, _session, done) => done(new Error("no such mailbox")) });
    const sent = createSmtpMailer(settingsFor(server), clock).send(mail);
    await expect(sent).rejects.toMatchObject({ code: "mailer.unreachable" });
  });

  test("that is not there is told as unreachable", async () => {
    const sent = createSmtpMailer(settingsFor({ port: 9, received: [], close: () => Promise.resolve() }), clock).send(
      mail,
    );
    await expect(sent).rejects.toMatchObject({ code: "mailer.unreachable" });
  });
});

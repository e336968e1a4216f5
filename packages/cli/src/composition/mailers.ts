import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import type { Mailer, OutgoingMail } from "@hostseal/core";
import type { MailerConfig } from "./config-schema.ts";
import { readCredential } from "./read-credential.ts";
import type { Surroundings } from "./surroundings.ts";

const unreachable = (thrown: unknown) =>
  failure("mailer.unreachable", { because: reasonOf(thrown) }, { cause: thrown });

const fileName = (id: string): string => `${encodeURIComponent(id)}.json`;

/** Keeps every message as a file below `outbox/`; the same id is the same file. */
const createFolderMailer = (folder: string): Mailer => ({
  send: async (mail) => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileName(mail.id));
      await writeFile(`${path}.part`, `${JSON.stringify(mail, undefined, 2)}\n`, { mode: 0o600 });
      await rename(`${path}.part`, path);
    } catch (thrown) {
      throw unreachable(thrown);
    }
  },
});

const post = async (url: string, mail: OutgoingMail): Promise<void> => {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/mail`, { method: "POST", headers, body: JSON.stringify(mail) });
  if (!response.ok) throw new Error(`it answers with status ${response.status}`);
};

/** Sends into the mailboxes of a demo world. */
const createDemoWorldMailer = (url: string): Mailer => ({
  send: async (mail) => {
    try {
      await post(url, mail);
    } catch (thrown) {
      throw unreachable(thrown);
    }
  },
});

export type MailerParts = {
  readonly around: Surroundings;
  readonly roots: readonly string[];
  /** In whose name mail is sent. */
  readonly sender: string;
};

type SmtpConfig = Extract<MailerConfig, { driver: "smtp" }>;

const createServerMailer = async (config: SmtpConfig, { around, roots, sender }: MailerParts): Promise<Mailer> => {
  const { host, port, secure, from, login } = config;
  const { createSmtpMailer } = await import("@hostseal/server");
  const credential = login && (await readCredential(login.credential, around));
  const known = login && credential ? { login: { user: login.user, credential } } : {};
  return createSmtpMailer({ host, port, secure, roots, from: { name: sender, address: from }, ...known }, around.clock);
};

/** Builds the mailer that the configuration names; a mail server is only asked when there is something to send. */
export const createMailer = async (config: MailerConfig, parts: MailerParts): Promise<Mailer> => {
  switch (config.driver) {
    case "folder":
      return createFolderMailer(join(parts.around.home, "outbox"));
    case "demo":
      return createDemoWorldMailer(config.url);
    case "smtp":
      return createServerMailer(config, parts);
  }
};

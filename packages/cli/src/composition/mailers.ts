import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import type { Mailer, OutgoingMail } from "@hostseal/core";
import type { MailerConfig } from "./config-schema.ts";

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

export const createMailer = (config: MailerConfig, home: string): Mailer => {
  switch (config.driver) {
    case "folder":
      return createFolderMailer(join(home, "outbox"));
    case "demo":
      return createDemoWorldMailer(config.url);
  }
};

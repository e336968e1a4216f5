import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { createMailer, type MailerParts } from "./mailers.ts";
import { createSystemClock } from "./system-clock.ts";

const partsIn = (home: string): MailerParts => {
  const around = { home, clock: createSystemClock() } as Partial<MailerParts["around"]> as MailerParts["around"];
  return { around, roots: [], sender: "Harbour SSL" };
};

const mail = { id: "ord_1:1:proven", to: ["owner@example.com"], subject: "Active", text: "It is served." };

describe("mail kept in a folder", () => {
  test("is one file for one message, however often it is sent", async () => {
    await using folder = await temporaryFolder();
    const mailer = await createMailer({ driver: "folder" }, partsIn(folder.path));
    await mailer.send(mail);
    await mailer.send(mail);
    const files = await readdir(join(folder.path, "outbox"));
    expect(files).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder.path, "outbox", files[0] ?? ""), "utf8"))).toEqual(mail);
  });

  test("fails as a mail server would when it cannot be kept", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "outbox"), "in the way");
    const mailer = await createMailer({ driver: "folder" }, partsIn(folder.path));
    await expect(mailer.send(mail)).rejects.toMatchObject({
      code: "mailer.unreachable",
    });
  });
});

test("a demo world that is gone takes no mail", async () => {
  const mailer = await createMailer({ driver: "demo", url: "http://127.0.0.1:9" }, partsIn("/nowhere"));
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: "mailer.unreachable" });
});

describe("mail over a mail server", () => {
  const smtp = { driver: "smtp", host: "127.0.0.1", port: 9, from: "ssl@harbour.example", secure: true } as const;

  test("fails as unreachable while there is none", async () => {
    const mailer = await createMailer(smtp, partsIn("/nowhere"));
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: "mailer.unreachable" });
  });

  test("is not set up with a credential that is not there", async () => {
    await using folder = await temporaryFolder();
    const login = { user: "ssl", credential: { file: "mail.credential" } };
    await expect(createMailer({ ...smtp, login }, partsIn(folder.path))).rejects.toMatchObject({
      code: "config.invalid",
    });
  });
});

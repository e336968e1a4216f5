import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { createMailer } from "./mailers.ts";

const mail = { id: "ord_1:1:proven", to: ["owner@example.com"], subject: "Active", text: "It is served." };

describe("mail kept in a folder", () => {
  test("is one file for one message, however often it is sent", async () => {
    await using folder = await temporaryFolder();
    const mailer = createMailer({ driver: "folder" }, folder.path);
    await mailer.send(mail);
    await mailer.send(mail);
    const files = await readdir(join(folder.path, "outbox"));
    expect(files).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder.path, "outbox", files[0] ?? ""), "utf8"))).toEqual(mail);
  });

  test("fails as a mail server would when it cannot be kept", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "outbox"), "in the way");
    await expect(createMailer({ driver: "folder" }, folder.path).send(mail)).rejects.toMatchObject({
      code: "mailer.unreachable",
    });
  });
});

test("a demo world that is gone takes no mail", async () => {
  const mailer = createMailer({ driver: "demo", url: "http://127.0.0.1:9" }, "/nowhere");
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: "mailer.unreachable" });
});

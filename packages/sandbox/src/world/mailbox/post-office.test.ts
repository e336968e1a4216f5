import { isFailure } from "@hostseal/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenedWorld } from "../world.fixture.ts";
import { openWorld, START } from "../world.fixture.ts";
import { createDemoMailer } from "./demo-mailer.ts";

let opened: OpenedWorld;

beforeEach(async () => {
  opened = await openWorld();
});
afterEach(async () => opened.close());

const mail = {
  id: "mail-1",
  to: ["Admin@example.com", "webmaster@example.com"],
  subject: "Approve <example.com>",
  text: 'Follow http://127.0.0.1:1/approve?code=a&b=1 if you "agree" <script>alert(1)</script>',
};

const read = async (path: string, accept: string) =>
  (await fetch(`${opened.world.mailUrl}${path}`, { headers: { accept } })).text();

describe("the mailboxes of the demo world", () => {
  test("keep a message for each addressee, whatever the case of the address", async () => {
    const { mailbox } = opened.world;
    await createDemoMailer(opened.world).send(mail);
    expect(mailbox.inbox("admin@EXAMPLE.com")).toMatchObject([{ id: "mail-1", to: "admin@example.com" }]);
    expect(mailbox.inbox("webmaster@example.com")[0]?.receivedAt).toBeGreaterThanOrEqual(START);
    expect(mailbox.inbox("nobody@example.com")).toEqual([]);
    expect(mailbox.addresses()).toEqual(["admin@example.com", "webmaster@example.com"]);
  });

  test("take the same message twice as one, and another to the same address as another", async () => {
    const mailer = createDemoMailer(opened.world);
    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send({ ...mail, id: "mail-2" });
    expect(opened.world.mailbox.inbox("admin@example.com").map(({ id }) => id)).toEqual(["mail-1", "mail-2"]);
  });

  test("send back what goes to an address that does not exist", async () => {
    const { mailbox } = opened.world;
    mailbox.abolish("ADMIN@example.com");
    await createDemoMailer(opened.world).send(mail);
    expect(mailbox.inbox("admin@example.com")).toEqual([]);
    expect(mailbox.returned()).toMatchObject([{ to: "admin@example.com" }]);
    expect(mailbox.inbox("webmaster@example.com")).toHaveLength(1);
  });

  test("take nothing while the post office is closed", async () => {
    const { mailbox } = opened.world;
    mailbox.setOpen(false);
    const refused = createDemoMailer(opened.world).send(mail);
    await expect(refused).rejects.toSatisfy((thrown) => isFailure(thrown, "mailer.unreachable"));
    mailbox.setOpen(true);
    await createDemoMailer(opened.world).send(mail);
    expect(mailbox.inbox("admin@example.com")).toHaveLength(1);
  });

  test("can be read as web pages, where a link can be followed and nothing else has a meaning", async () => {
    await createDemoMailer(opened.world).send(mail);
    expect(await read("", "text/html")).toContain('<a href="/mail/admin%40example.com">admin@example.com</a>');
    const page = await read("/admin%40example.com", "text/html");
    expect(page).toContain('<a href="http://127.0.0.1:1/approve?code=a&amp;b=1">');
    expect(page).toContain("Approve &lt;example.com&gt;");
    expect(page).not.toContain("<script>");
  });

  test("can be read as JSON", async () => {
    await createDemoMailer(opened.world).send(mail);
    const letters: unknown = JSON.parse(await read("/admin@example.com", "application/json"));
    expect(letters).toMatchObject({ letters: [{ id: "mail-1", text: mail.text }] });
  });
});

import { createServer } from "node:http";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVirtualminDouble, type VirtualminHabits } from "@hostseal/panel-doubles/virtualmin";
import { fromIso } from "@hostseal/rules";
import { createVirtualClock, startWorld } from "@hostseal/sandbox";
import { expect, onTestFinished, test } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";

const random = { bytes: (count: number) => randomBytes(count) };

const open = async (habits: VirtualminHabits = {}) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-virtualmin-"));
  const world = await startWorld({ clock: createVirtualClock({ start: fromIso("2026-11-21") }), random, folder });
  const double = createVirtualminDouble(world, { random }, habits);
  const server = await listenHere(createServer(double.listener));
  onTestFinished(async () => {
    await Promise.all([server.close(), world.close()]);
    await rm(folder, { recursive: true });
  });
  const login = habits.as === "master" ? "root" : "harbour";
  const password = double.credential.reveal();
  return async (fields: Readonly<Record<string, string>>, path = "/virtual-server/remote.cgi", agent = "Webmin") => {
    const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`;
    const body = new URLSearchParams(fields);
    const headers = { authorization, "user-agent": agent };
    const response = await fetch(new URL(path, server.url), { method: "POST", headers, body });
    return { status: response.status, text: await response.text() };
  };
};

const CERT = "-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----";

test("a PEM with line breaks falls apart into arguments", async () => {
  const ask = await open();
  const { status, text } = await ask({ program: "install-cert", domain: "example.com", cert: CERT, json: "1" });
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ status: "failure", error: "Unknown parameter YQ==" });
});

test("a value that begins with a slash is a file, for the administrator alone", async () => {
  const call = { program: "install-cert", domain: "example.com", cert: "/etc/passwd", json: "1" };
  const [asOwner, asMaster] = [await open(), await open({ as: "master" })];
  expect((await asOwner(call)).text).toContain("only available to the master administrator");
  expect((await asMaster(call)).text).toContain("File /etc/passwd does not exist");
});

test("without a format it prints text, and the wait status below", async () => {
  const ask = await open();
  const { text } = await ask({ program: "get-dns", domain: "nowhere.example" });
  expect(text).toMatch(/^Virtual server nowhere\.example does not exist\n[^]*Exit status: 256\n$/);
});

test("whoever may nothing is told so in plain text, with status 200", async () => {
  const ask = await open();
  expect(await ask({ program: "create-login-link", json: "1" })).toEqual({
    status: 200,
    text: "ERROR: You are not allowed to run remote commands\n",
  });
});

test("an administrator is told which program is not there", async () => {
  const ask = await open({ as: "master" });
  const { text } = await ask({ program: "no-such-program", json: "1" });
  expect(JSON.parse(text)).toEqual({ status: "error", error: "Remote program no-such-program does not exist" });
});

test("what it lists goes on showing the expiry of the certificate before", async () => {
  const ask = await open({ as: "master" });
  const call = { program: "list-domains", domain: "diary.example.com", json: "1", multiline: "" };
  const { data } = JSON.parse((await ask(call)).text);
  expect(data[0].values).toMatchObject({ password: [expect.any(String)], ssl_cert_expiry_time: [expect.any(String)] });
});

test("removing a record that is not there is a success", async () => {
  const ask = await open();
  const call = { program: "modify-dns", domain: "example.com", "remove-record": "_a TXT token", json: "1" };
  expect(JSON.parse((await ask(call)).text)).toMatchObject({
    status: "success",
    output: expect.stringContaining("no matching records found!"),
  });
});

test("whoever does not look like Webmin is shown the page to log in on, with status 200", async () => {
  const ask = await open();
  const { status, text } = await ask({ program: "list-domains" }, "/virtual-server/remote.cgi", "curl/8");
  expect([status, text]).toEqual([200, expect.stringContaining('type="password"')]);
});

test("every other address is a page with a login form", async () => {
  const ask = await open();
  expect((await ask({}, "/")).text).toContain('type="password"');
});

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDirectadminDouble, type Habits } from "@hostseal/panel-doubles/directadmin";
import { fromIso } from "@hostseal/rules";
import { createVirtualClock, startWorld } from "@hostseal/sandbox";
import { expect, onTestFinished, test } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";

const random = { bytes: (count: number) => randomBytes(count) };

const open = async (habits: Partial<Habits> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-directadmin-"));
  const world = await startWorld({ clock: createVirtualClock({ start: fromIso("2026-11-21") }), random, folder });
  const double = await createDirectadminDouble(world, { random, ...habits });
  const server = await listenHere(createServer(double.listener));
  onTestFinished(async () => {
    await Promise.all([server.close(), world.close()]);
    await rm(folder, { recursive: true });
  });
  const ask = async (path: string, fields?: Readonly<Record<string, string>>, user = "harbour") => {
    const key = user.startsWith("admin") ? double.administratorCredential : double.credential;
    const response = await fetch(new URL(path, server.url), {
      headers: { authorization: `Basic ${Buffer.from(`${user}:${key.reveal()}`).toString("base64")}` },
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
    return { status: response.status, text: await response.text() };
  };
  return { double, world, ask, url: server.url };
};

const DNS = "/CMD_API_DNS_CONTROL";

test("who is not known gets a page to log in on, and a word from the newer half", async () => {
  const { url } = await open();
  const page = await fetch(new URL("/CMD_API_SHOW_DOMAINS?json=yes", url));
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const refusal = await fetch(new URL("/api/session", url));
  expect([refusal.status, await refusal.json()]).toEqual([401, { type: "UNAUTHORIZED" }]);
});

test("commands answer in pairs, with entities, unless JSON is asked for", async () => {
  const { ask } = await open();
  expect((await ask("/CMD_API_SHOW_DOMAINS")).text).toMatch(/^list\[\]=example\.com&list\[\]=/);
  const { status, text } = await ask(`${DNS}?domain=neighbour.example.net`);
  expect([status, text]).toEqual([200, "error=1&text=Invalid+domain&details=You+do+not+own+that+domain"]);
  expect(JSON.parse((await ask("/CMD_API_SHOW_DOMAINS?json=yes")).text)).toContain("example.com");
});

test("an administrator acts as an account, and nobody else does", async () => {
  const { ask } = await open();
  const path = "/CMD_API_SHOW_DOMAINS?json=yes";
  expect(JSON.parse((await ask(path, undefined, "admin|neighbour")).text)).toEqual(["neighbour.example.net"]);
  expect((await ask(path, undefined, "harbour|neighbour")).text).toContain("DirectAdmin Login");
});

test("a text record needs its quotes", async () => {
  const { ask } = await open();
  const record = { domain: "example.com", action: "add", type: "TXT", name: "_proof", json: "yes" };
  expect((await ask(DNS, { ...record, value: "bare" })).text).toContain("must be in quotes");
  expect((await ask(DNS, { ...record, value: '"quoted"' })).text).toContain("Record Added");
});

test("a record that does not match is deleted in words only", async () => {
  const { ask, world } = await open();
  const before = world.controls.dns.zoneEntries("example.com");
  const fields = { domain: "example.com", action: "select", delete: "yes", txtrecs0: "name=x&value=y", json: "yes" };
  expect((await ask(DNS, fields)).text).toContain("Records Deleted");
  expect(world.controls.dns.zoneEntries("example.com")).toEqual(before);
});

test("a zone below that is a zone of its own is delegated", async () => {
  const { ask } = await open();
  const { records } = JSON.parse((await ask(`${DNS}?domain=example.org&json=yes`)).text);
  expect(records).toContainEqual(
    expect.objectContaining({ name: "blog", type: "NS", value: "ns1.other-dns.example." }),
  );
});

test("a change of a domain repeats all its settings, or is refused", async () => {
  const { ask, double } = await open();
  const fields = { action: "modify", domain: "example.com", ssl: "ON", json: "yes" };
  expect((await ask("/CMD_API_DOMAIN", fields)).text).toContain("The bandwidth is missing");
  await ask("/CMD_API_DOMAIN", { ...fields, ubandwidth: "unlimited", quota: "10" });
  expect(double.settingsOf("example.com")).toMatchObject({ ssl: true, php: false });
});

test("the newer half knows no parameter that is not documented, and is not there in an older server", async () => {
  const [newer, older] = [await open(), await open({ edition: "older" })];
  const path = "/api/domain-tls/example.com/certs";
  expect((await newer.ask(`${path}?all=yes`)).status).toBe(400);
  expect(JSON.parse((await newer.ask(path)).text)).toEqual({
    certIds: ["example.com"],
    missingDNSNames: [],
    certs: null,
  });
  expect(await older.ask(path)).toEqual({ status: 404, text: '{"type":"NOT_FOUND"}' });
});

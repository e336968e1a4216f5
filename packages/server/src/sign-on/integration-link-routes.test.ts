import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { asId, type CustomerId, type HostId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { MINUTE } from "@hostseal/rules";
import { linkToken } from "@hostseal/sign-on";
import express, { type ErrorRequestHandler } from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { Refusal } from "../app/refusal.ts";
import { createSessionBook } from "../sessions/session-book.ts";
import { createSessionCookie } from "../sessions/session-cookie.ts";
import type { ServerSettings } from "../server-settings.ts";
import { createIntegrationLinkRoutes } from "./integration-link-routes.ts";
import { createLinkTickets } from "./link-tickets.ts";

const KEY = new Secret(Buffer.alloc(32, 3).toString("base64url"));
const ORIGIN = "http://app.example";

const settings: Pick<ServerSettings, "origin" | "panels"> = {
  origin: ORIGIN,
  panels: new Map([
    [
      "web1",
      {
        key: KEY,
        origins: [],
        theme: "cpanel",
        hostOf: (account) => asId<HostId>(`web1/${account}`),
        customerOf: (account) => (account === "alice" ? asId<CustomerId>("customer-alice") : undefined),
      },
    ],
  ]),
};

const answerRefusal: ErrorRequestHandler = (thrown: unknown, _request, response, next) => {
  if (thrown instanceof Refusal) response.status(thrown.status).send(thrown.reason);
  else next(thrown);
};

const opened = async () => {
  const time = { now: 1_000_000 };
  let drawn = 0;
  const around = {
    clock: { now: () => time.now, until: async () => undefined },
    random: { bytes: (count: number) => new Uint8Array(count).fill((drawn += 1)) },
    log: { emit: () => undefined },
  };
  const [book, cookie] = [createSessionBook(around), createSessionCookie(ORIGIN)];
  const parts = { settings, log: around.log, tickets: createLinkTickets(around), book, cookie };
  const app = express().use(express.urlencoded({ extended: false }));
  app.use("/panel", createIntegrationLinkRoutes(parts), answerRefusal);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, book, time };
};

const click = {
  app: "hostseal",
  user: "alice",
  subscriber_unique_id: "web1/alice",
  token: linkToken(KEY, "alice").reveal(),
};

const ask = async (base: string, fields: Record<string, string>) =>
  fetch(`${base}/panel/integration-link`, { method: "POST", body: new URLSearchParams(fields) });

/** The address for the browser, on the server of the test. */
const addressFor = async (base: string): Promise<string> => {
  const { redirect_url: url } = (await (await ask(base, click)).json()) as { readonly redirect_url: string };
  return url.replace(ORIGIN, base);
};

const visit = async (address: string) => fetch(address, { redirect: "manual" });

describe("an integration link", () => {
  it("opens a session of the customer, once", async () => {
    const { base, book } = await opened();
    const address = await addressFor(base);
    const first = await visit(address);
    expect([first.status, first.headers.get("location")]).toEqual([303, "/sites"]);
    const id = /hostseal=([^;]+)/.exec(first.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect(book.find(id)?.viewer).toMatchObject({ customer: "customer-alice", server: "web1", account: "alice" });
    expect((await visit(address)).status).toBe(403);
  });

  it("is over after a minute", async () => {
    const { base, time } = await opened();
    const address = await addressFor(base);
    time.now += MINUTE;
    expect((await visit(address)).status).toBe(403);
  });

  it("may be asked for in JSON too", async () => {
    const { base } = await opened();
    const headers = { "content-type": "application/json" };
    const asked = await fetch(`${base}/panel/integration-link`, {
      method: "POST",
      headers,
      body: JSON.stringify(click),
    });
    expect(asked.status).toBe(200);
  });

  it.each([
    ["another token", { token: linkToken(KEY, "bob").reveal() }],
    ["no token", { token: "" }],
    ["another account", { user: "bob" }],
    ["a server that nobody knows", { subscriber_unique_id: "web2/alice" }],
    [
      "an account that may not come in",
      { user: "bob", subscriber_unique_id: "web1/bob", token: linkToken(KEY, "bob").reveal() },
    ],
    ["no number", { subscriber_unique_id: "alice" }],
  ])("gives no address for %s", async (_what, change) => {
    const { base } = await opened();
    expect((await ask(base, { ...click, ...change })).status).toBe(403);
  });
});

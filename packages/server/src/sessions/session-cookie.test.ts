import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { createSessionCookie, type SessionCookie } from "./session-cookie.ts";

/** The cookie as a browser is given it, and what is read when it comes back. */
const roundTrip = async (cookie: SessionCookie): Promise<{ readonly set: string; readonly read: string }> => {
  const app = express()
    .get("/set", (_request, response) => {
      cookie.write(response, "an-id");
      response.end();
    })
    .get("/read", (request, response) => void response.send(cookie.read(request) ?? "nothing"));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const set = (await fetch(`${origin}/set`)).headers.get("set-cookie") ?? "";
  const sent = `other=1; ${set.split(";")[0]}; hostseal-else=2`;
  const read = await (await fetch(`${origin}/read`, { headers: { cookie: sent } })).text();
  server.close();
  server.closeAllConnections();
  return { set, read };
};

test.each([
  ["https://ssl.example", {}, "__Host-hostseal=an-id; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"],
  [
    "https://ssl.example",
    { name: "order", isFramed: false },
    "__Host-order=an-id; Path=/; HttpOnly; Secure; SameSite=Lax",
  ],
  ["http://127.0.0.1:8080", {}, "hostseal=an-id; Path=/; HttpOnly; SameSite=Lax"],
  ["http://127.0.0.1:8080", { name: "order", isFramed: false }, "order=an-id; Path=/; HttpOnly; SameSite=Lax"],
])("at %s, with %o, a browser keeps %s", async (origin, traits, expected) => {
  const { set, read } = await roundTrip(createSessionCookie(origin, traits));
  expect(new Set(set.split("; "))).toEqual(new Set(expected.split("; ")));
  expect(read).toBe("an-id");
});

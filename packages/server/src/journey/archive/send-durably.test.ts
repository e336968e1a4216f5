import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Response } from "express";
import { afterEach, expect, test } from "vitest";
import { sendDurably } from "./send-durably.ts";

const file = { name: "key.zip", type: "application/zip", bytes: new Uint8Array(5_000_000).fill(7) };
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers every request with what `answer` does, and gives what became of the first. */
const serve = async (answer: (response: Response) => Promise<void>) => {
  const { promise: outcome, resolve } = Promise.withResolvers<string>();
  const server = createServer(
    express().get("/", (_request, response) => {
      answer(response).then(
        () => resolve("sent"),
        (thrown: unknown) => resolve(String(thrown)),
      );
    }),
  );
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, outcome };
};

test("a file that was sent whole has a name, and stays in no cache", async () => {
  const { url, outcome } = await serve((response) => sendDurably(response, file));
  const answer = await fetch(url);
  expect((await answer.arrayBuffer()).byteLength).toBe(file.bytes.length);
  expect(await outcome).toBe("sent");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="?key\.zip"?$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("a browser that stops in the middle has not got it", async () => {
  const { url, outcome } = await serve((response) => sendDurably(response, file));
  const asked = request(url, (response) => response.once("data", () => asked.destroy())).end();
  asked.on("error", () => undefined);
  expect(await outcome).toContain("went away");
});

test("a browser that went away while the file was made gets nothing, and nobody waits for it", async () => {
  const { url, outcome } = await serve(async (response) => {
    await once(response, "close");
    await sendDurably(response, file);
  });
  const asked = request(url).end();
  asked.on("error", () => undefined);
  setTimeout(() => asked.destroy(), 50);
  expect(await outcome).toContain("went away");
});

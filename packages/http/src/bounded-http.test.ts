import type { HttpAnswer, HttpCall } from "./http.ts";
import { Secret } from "@hostseal/pki";
import { expect, it } from "vitest";
import { createBoundedHttp } from "./bounded-http.ts";

const call = (url: string): HttpCall => ({
  method: "GET",
  url,
  credential: { secret: new Secret("token"), toHeaders: () => ({}) },
});
const answer: HttpAnswer = { kind: "answer", status: 200, text: "", mediaType: "", redact: (text) => text };

/** A server that answers when it is told. */
const slowServer = () => {
  const open: { readonly url: string; readonly end: (thrown?: Error) => void }[] = [];
  const send = async ({ url }: HttpCall): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      open.push({ url, end: (thrown) => (thrown ? reject(thrown) : resolve(answer)) });
    });
  return { open, send };
};

const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("no more requests are under way than allowed, and the rest follow in their order", async () => {
  const server = slowServer();
  const http = createBoundedHttp(server, 2);
  const sent = ["a", "b", "c", "d"].map(async (url) => http.send(call(url)));
  const seen: string[] = [];
  while (seen.length < 4) {
    await settled();
    expect(server.open.length).toBeLessThanOrEqual(2);
    const first = server.open.shift();
    seen.push(first?.url ?? "nothing is under way");
    first?.end();
  }
  expect(seen).toEqual(["a", "b", "c", "d"]);
  expect(await Promise.all(sent)).toEqual([answer, answer, answer, answer]);
});

it("a request that throws makes way for the next", async () => {
  const server = slowServer();
  const http = createBoundedHttp(server, 1);
  const [failing, following] = [http.send(call("a")), http.send(call("b"))];
  await settled();
  server.open.shift()?.end(new Error("broken"));
  await expect(failing).rejects.toThrow("broken");
  await settled();
  server.open.shift()?.end();
  expect(await following).toBe(answer);
});

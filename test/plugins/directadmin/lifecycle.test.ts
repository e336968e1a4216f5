import { readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { Secret } from "@hostseal/pki";
import { verifyAssertion } from "@hostseal/sign-on";
import { expect, it, onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";
import { openScratchServer, setUp } from "./scratch-server.ts";

const SERVER = "da1";
const PANEL = "https://panel.example.com:2222";

/** A server with the plugin, and an app that hears events as long as it is well. */
const open = async () => {
  const heard: string[] = [];
  const app = { isWell: true };
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = new URLSearchParams(await text(request));
    if (app.isWell) heard.push(`${request.url} ${body.get("assertion")}`);
    response.writeHead(app.isWell ? 204 : 503).end();
  };
  const address = await listenHere(createServer((request, response) => void hear(request, response)));
  const server = await openScratchServer();
  const key = new Secret(await setUp(server, { app_url: address.url, server_id: SERVER, panel_url: PANEL }));
  onTestFinished(async () => {
    await Promise.all([address.close(), server.close()]);
  });

  const told = async (): Promise<readonly unknown[]> =>
    Promise.all(
      heard.map(async (call) => {
        const [path, assertion = ""] = call.split(" ");
        const verified = await verifyAssertion(assertion, {
          now: Date.now(),
          audience: address.url,
          serverOf: (id) => (id === SERVER ? { key, origins: [PANEL] } : undefined),
          memory: { useOnce: async () => true, isCurrent: async () => true },
        });
        return verified.kind === "accepted"
          ? [path, verified.claims.role, verified.claims.sub, verified.claims.event]
          : verified.because;
      }),
    );
  const deliver = async () => server.run("../../../lib/hostseal/hostseal-deliver");
  const waiting = async () => (await readdir(join(server.root, "var/spool/hostseal"))).length;
  return { server, app, told, deliver, waiting };
};

it.each([
  ["user_create_post", "created"],
  ["user_suspend_post", "suspended"],
  ["user_activate_post", "resumed"],
  ["user_destroy_post", "removed"],
])("%s tells that an account was %s", async (hook, kind) => {
  const { server, told, deliver, waiting } = await open();
  await server.run(`hooks/${hook}.sh`, { username: "alice" });
  await deliver();
  expect(await told()).toEqual([["/panel/lifecycle", "administrator", "alice", { kind }]]);
  expect(await waiting()).toBe(0);
});

it("what is not heard waits, and is told again in the order of its happening", async () => {
  const { server, app, told, deliver, waiting } = await open();
  app.isWell = false;
  for (const hook of ["user_suspend_post", "user_activate_post", "user_destroy_post"])
    await server.run(`hooks/${hook}.sh`, { username: "alice" });
  await expect(deliver()).rejects.toMatchObject({ code: 75 });
  expect(await waiting()).toBe(3);
  app.isWell = true;
  await deliver();
  expect((await told()).map((each) => (each as readonly { kind: string }[])[3]?.kind)).toEqual([
    "suspended",
    "resumed",
    "removed",
  ]);
  expect(await waiting()).toBe(0);
});

it("never stands in the panel's way, not even without an account or without a folder to write to", async () => {
  const { server, waiting } = await open();
  for (const username of ["", "../../etc", "a b"]) await server.run("hooks/user_create_post.sh", { username });
  expect(await waiting()).toBe(0);
  await server.run("scripts/uninstall.sh");
  await server.run("hooks/user_destroy_post.sh", { username: "alice" });
});

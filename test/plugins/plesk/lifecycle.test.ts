import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Secret } from "@hostseal/pki";
import { verifyAssertion } from "@hostseal/sign-on";
import { expect, it, onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";
import { openPleskServer, type PleskServer } from "./plesk-server.ts";

const KEY = Buffer.alloc(32, 9).toString("base64url");

/** The app's end of it: takes what is signed rightly, or answers with another status as long as it is told to. */
const openApp = async () => {
  const heard: unknown[] = [];
  const mood = { status: 204 };
  const server = await listenHere(
    createServer((request, response) => {
      void text(request).then(async (body) => {
        const verified = await verifyAssertion(new URLSearchParams(body).get("assertion") ?? "", {
          now: Date.now(),
          audience: server.url,
          serverOf: () => ({ key: new Secret(KEY), origins: [] }),
          memory: { useOnce: async () => true, isCurrent: async () => true },
        });
        const isTaken = mood.status === 204 && request.url === "/panel/lifecycle" && verified.kind === "accepted";
        if (isTaken) heard.push({ account: verified.claims.sub, ...verified.claims.event });
        response.writeHead(isTaken ? 204 : Math.max(mood.status, 400)).end();
      });
    }),
  );
  onTestFinished(async () => server.close());
  return { url: server.url, heard, mood };
};

const open = async () => {
  const [app, plesk] = [await openApp(), await openPleskServer()];
  await plesk.answer("command", { name: "setUp", options: { app: app.url, server: "web1" }, stdin: KEY });
  return { app, plesk };
};

const happen = async (plesk: PleskServer, action: string, values: object = {}): Promise<void> =>
  void (await plesk.answer("event", { type: "client", id: 3, action, old: {}, new: {}, ...values }));

it("the app is told what happens to accounts, in its order, by a task that Plesk shows", async () => {
  const { app, plesk } = await open();
  await happen(plesk, "client_create", { new: { "Login Name": "harbour" } });
  await happen(plesk, "client_update", { old: { login_name: "harbour" }, new: { login_name: "quay" } });
  await plesk.alter(
    (state) => void (state.clients[2] = { id: 3, login: "quay", type: "client", parent: 2, status: 16 }),
  );
  await happen(plesk, "client_status_update");
  await plesk.alter(
    (state) => void (state.clients[2] = { id: 3, login: "quay", type: "client", parent: 2, status: 0 }),
  );
  await happen(plesk, "client_status_update");
  await happen(plesk, "client_delete", { old: { login_name: "quay" } });
  expect(await plesk.answer("tasks")).toEqual(expect.arrayContaining(["Hostseal knows about the changed accounts"]));
  expect(app.heard).toEqual([
    { account: "harbour", kind: "created" },
    { account: "harbour", kind: "renamed", to: "quay" },
    { account: "quay", kind: "suspended" },
    { account: "quay", kind: "resumed" },
    { account: "quay", kind: "removed" },
  ]);
});

it.each([503, 302])("what is not taken is told again, and nothing overtakes it: %d", async (status) => {
  const { app, plesk } = await open();
  app.mood.status = status;
  await happen(plesk, "client_create", { new: { login_name: "harbour" } });
  await plesk.answer("tasks");
  await happen(plesk, "client_delete", { old: { login_name: "harbour" } });
  await plesk.answer("script", { name: "tell-hostseal" });
  expect(app.heard).toEqual([]);
  expect((await plesk.ask("command", { name: "show", options: {} })).printed).toContain("waiting to be told: 2");
  app.mood.status = 204;
  await plesk.answer("script", { name: "tell-hostseal" });
  expect(app.heard).toEqual([
    { account: "harbour", kind: "created" },
    { account: "harbour", kind: "removed" },
  ]);
  const { settings } = await plesk.state();
  expect(Object.keys(settings).filter((name) => name.startsWith("lifecycle."))).toEqual([]);
});

it("an app that is not there loses nothing", async () => {
  const plesk = await openPleskServer();
  await plesk.answer("command", { name: "setUp", options: { app: "http://127.0.0.1:1", server: "web1" }, stdin: KEY });
  await happen(plesk, "client_create", { new: { login_name: "harbour" } });
  await plesk.answer("tasks");
  expect(Object.keys((await plesk.state()).settings)).toContain("lifecycle.1.");
});

it("an update that leaves the login alone is no event, and one of nobody is noted in the log", async () => {
  const { plesk } = await open();
  await happen(plesk, "client_update", { old: { login_name: "harbour" }, new: { login_name: "harbour" } });
  await happen(plesk, "client_delete");
  const { tasks, log } = await plesk.state();
  expect(tasks).toEqual([]);
  expect(log).toEqual(["warning: Hostseal: an event removed of nobody known"]);
});

import { createServer } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Secret } from "@hostseal/pki";
import { verifyAssertion } from "@hostseal/sign-on";
import { expect, onTestFinished, test } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";
import { openScratchWebmin } from "./scratch-webmin.ts";

/** A connected server, and an app that answers as it is told and reads what it is sent. */
const open = async () => {
  const webmin = await openScratchWebmin();
  let status = 204;
  const heard: string[] = [];
  const server = await listenHere(
    createServer((request, response) => {
      void text(request).then((body) => {
        heard.push(`${request.url} ${new URLSearchParams(body).get("assertion")}`);
        response.writeHead(status).end();
      });
    }),
  );
  onTestFinished(async () => {
    await server.close();
    await webmin.close();
  });
  const app = server.url.replace(/\/$/, "");
  await webmin.perl("make_server_key()");
  await webmin.configure({ app_url: app, server_id: "web1" });
  const key = new Secret((await readFile(`${webmin.root}/etc/hostseal/sign-on.key`, "utf8")).trim());

  const told = async () => {
    const events = heard.map(async (line) => {
      const [path, assertion = ""] = line.split(" ");
      const verified = await verifyAssertion(assertion, {
        now: Date.now(),
        audience: app,
        serverOf: (id) => (id === "web1" ? { key, origins: [] } : undefined),
        memory: { useOnce: async () => true, isCurrent: async () => true },
      });
      if (verified.kind === "refused") throw new TypeError(verified.because);
      const { role, sub, event } = verified.claims;
      return { path, role, sub, event };
    });
    return Promise.all(events);
  };
  const hook = async (call: string) =>
    webmin.perl(`require "${webmin.root}/webmin/hostseal/virtual_feature.pl"; print ${call}`);
  return {
    hook,
    told,
    heard,
    answerWith: (next: number) => void (status = next),
    waiting: async () => readdir(`${webmin.root}/var/modules/hostseal/events`).catch(() => []),
    deliver: async () => webmin.perl("deliver_waiting_events()"),
  };
};

const ALICE = "{ 'user' => 'alice' }";

test.each([
  ["made", `feature_setup(${ALICE})`, { kind: "created" }],
  ["suspended", `feature_disable(${ALICE})`, { kind: "suspended" }],
  ["resumed", `feature_enable(${ALICE})`, { kind: "resumed" }],
  ["removed", "feature_delete({ 'user' => 'alice', 'deleting' => 1 })", { kind: "removed" }],
  ["renamed", `feature_modify({ 'user' => 'alicia' }, ${ALICE})`, { kind: "renamed", to: "alicia" }],
])("an account that was %s is told of at once", async (_, call, event) => {
  const { hook, told, waiting } = await open();
  expect(await hook(call)).toEqual({ status: 0, output: "1" });
  expect(await told()).toEqual([{ path: "/panel/lifecycle", role: "administrator", sub: "alice", event }]);
  expect(await waiting()).toEqual([]);
});

test.each([
  ["a sub-server that goes", "feature_delete({ 'user' => 'alice', 'parent' => '1', 'deleting' => 1 })"],
  ["the feature alone that is switched off", `feature_delete(${ALICE})`],
  ["a change that leaves the name", `feature_modify(${ALICE}, ${ALICE})`],
])("%s is not the account's end", async (_, call) => {
  const { hook, heard } = await open();
  expect(await hook(call)).toEqual({ status: 0, output: "1" });
  expect(heard).toEqual([]);
});

test("what was not heard waits, and goes out in the order it happened", async () => {
  const { hook, told, waiting, deliver, answerWith, heard } = await open();
  answerWith(503);
  await hook(`feature_disable(${ALICE})`);
  await hook(`feature_enable(${ALICE})`);
  expect(await waiting()).toHaveLength(2);
  heard.length = 0;
  answerWith(204);
  await deliver();
  expect((await told()).map(({ event }) => event?.kind)).toEqual(["suspended", "resumed"]);
  expect(await waiting()).toEqual([]);
});

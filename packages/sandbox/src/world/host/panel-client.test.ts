import { createServer, type RequestListener } from "node:http";
import { inspect } from "node:util";
import { Secret } from "@hostseal/pki";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../listen.ts";
import { createPanelClient } from "./panel-client.ts";
import { webspaces } from "./wire.ts";

const CREDENTIAL = "quay_planted-credential";

/** What a call to a panel that answers like this ends with. */
const outcomeOf = async (listener: RequestListener): Promise<unknown> => {
  const server = await listen(createServer(listener));
  onTestFinished(async () => server.close());
  const url = `http://${server.endpoint.address}:${server.endpoint.port}`;
  const panel = createPanelClient({ host: "demo", url, credential: new Secret(CREDENTIAL), patience: 2_000 });
  return panel({ method: "GET", path: "/webspaces", site: "bakery" }, webspaces).catch((thrown: unknown) => thrown);
};

const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(body);

const refusing = (status: number, code: string, message = "no") =>
  answering(status, JSON.stringify({ error: { code, message } }));

test("sends the credential in the header that the panel documents", async () => {
  const outcome = await outcomeOf((request, response) => {
    const known = request.headers.authorization === `Bearer ${CREDENTIAL}`;
    const webspaces = known ? [{ id: "bakery", hostnames: ["example.com"], home: "/home" }] : [];
    response.end(JSON.stringify({ webspaces }));
  });
  expect(outcome).toMatchObject({ webspaces: [{ id: "bakery" }] });
});

test("does not repeat a credential that the panel echoes", async () => {
  const outcome = await outcomeOf(refusing(409, "odd", `Bearer ${CREDENTIAL} is not welcome`));
  expect(outcome).toMatchObject({ code: "host.refused", evidence: "Bearer [secret] is not welcome" });
  expect(inspect(outcome, { depth: 9 })).not.toContain(CREDENTIAL);
});

test.each([
  [401, "unauthorised", "host.unauthorised"],
  [403, "permission_missing", "host.permission-missing"],
  [404, "webspace_unknown", "host.site-unknown"],
  [404, "zone_unknown", "host.refused"],
  [404, "call_unknown", "host.malformed-answer"],
  [400, "request_malformed", "host.refused"],
  [409, "version_conflict", "host.plan-stale"],
  [409, "config_test_failed", "host.config-broken"],
  [422, "key_mismatch", "host.refused"],
  [429, "too_many", "host.unreachable"],
  [500, "internal", "host.unreachable"],
] as const)("takes %i %s for %s", async (status, code, expected) => {
  expect(await outcomeOf(refusing(status, code))).toMatchObject({ code: expected });
});

test.each([
  ["a web page", answering(200, "<html></html>")],
  ["a web page that refuses", answering(403, "<html></html>")],
  ["fields it does not know", answering(200, '{"sites":[]}')],
  ["an empty answer", answering(200, "")],
  ["an endless answer", answering(200, JSON.stringify({ webspaces: [], padding: "x".repeat(2_000_000) }))],
  [
    "a redirect to elsewhere",
    (_request, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
  ],
] as const satisfies readonly (readonly [string, RequestListener])[])(
  "says that %s is not of its API",
  async (_title, listener) => {
    expect(await outcomeOf(listener)).toMatchObject({ code: "host.malformed-answer" });
  },
);

test("says that a panel which hangs up is unreachable, without the request in the cause", async () => {
  const outcome = await outcomeOf((request) => request.socket.destroy());
  expect(outcome).toMatchObject({ code: "host.unreachable", cause: undefined });
});

import { isFailure } from "@hostseal/core";
import type { Http, HttpCall } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRemote } from "./remote.ts";
import { about, domains } from "./wire.ts";

const SETTINGS = {
  host: "panel",
  url: "https://panel.example:10000",
  account: "alice",
  login: "root",
  credential: new Secret("hunter2"),
};

const answering = (text: string, status = 200) => {
  const calls: HttpCall[] = [];
  const http: Http = {
    send: async (call) => {
      calls.push(call);
      return { kind: "answer", status, mediaType: "application/json", text, redact: (it) => it };
    },
  };
  return { remote: createRemote(SETTINGS, http), calls };
};

const LIST = { program: "list-domains", fields: {} };
const ABOUT = { program: "hostseal-about", fields: {} };

const failureOf = async (attempt: Promise<unknown>) => {
  const thrown: unknown = await attempt.catch((thrown: unknown) => thrown);
  if (!isFailure(thrown)) throw new TypeError("no failure of the table", { cause: thrown });
  return thrown;
};

test("calls the program by POST, with the name of who logs in, as one of Webmin's own kind", async () => {
  const { remote, calls } = answering('{"status":"success","data":[]}');
  await remote.run({ program: "list-domains", fields: { user: "alice" } }, domains);
  const [call] = calls;
  expect(call).toMatchObject({
    method: "POST",
    url: "https://panel.example:10000/virtual-server/remote.cgi",
    headers: { "User-Agent": expect.stringMatching(/webmin/i) },
    body: { kind: "form", fields: { program: "list-domains", user: "alice", json: "minified", multiline: "" } },
  });
  const basic = Buffer.from("root:hunter2").toString("base64");
  expect(call?.credential.toHeaders("hunter2")).toEqual({ Authorization: `Basic ${basic}` });
});

test("whatever comes back is read, or a failure of the host", async () => {
  const shapes = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ status: fc.constantFrom("success", "failure", "error"), error: fc.json(), data: fc.jsonValue() })
      .map((it) => JSON.stringify(it)),
  );
  await fc.assert(
    fc.asyncProperty(shapes, async (text) => {
      const { remote } = answering(text);
      const outcome: unknown = await remote.run(LIST, domains).catch((thrown: unknown) => thrown);
      if (isFailure(outcome)) expect(outcome.code).toMatch(/^host\./);
      else expect(outcome).toHaveProperty("data");
      expect((await failureOf(remote.runOwn(ABOUT, about))).code).toMatch(/^host\./);
    }),
  );
});

test("a refusal in plain text is one, whatever form was asked for", async () => {
  const { remote } = answering("ERROR: You are not allowed to run remote commands\n");
  expect((await failureOf(remote.run(LIST, domains))).code).toBe("host.permission-missing");
});

test("a program of the module is read past what else it printed", async () => {
  const said = { software: "Virtualmin 8", role: "owner", lacks: [], renewing: [] };
  const output = `[22/Nov/2026:01:09:05 +0000] Failed\n${JSON.stringify(said)}\n`;
  const { remote } = answering(JSON.stringify({ status: "success", output }));
  expect(await remote.runOwn(ABOUT, about)).toEqual(said);
});

test("a module that is older than this adapter is told of as such", async () => {
  const { remote } = answering(JSON.stringify({ status: "success", output: '{"version":1}\n' }));
  const failed = await failureOf(remote.runOwn(ABOUT, about));
  expect([failed.code, failed.message]).toEqual([
    "host.malformed-answer",
    expect.stringContaining("update the module"),
  ]);
});

test("an answer with passwords in it is evidence by its length alone", async () => {
  const { remote } = answering('{"status":"success","data":[{"name":"a","values":{"password":["hunter3"]');
  const { evidence } = await failureOf(remote.run(LIST, domains));
  expect(evidence).toMatch(/^HTTP 200 \d+ characters$/);
});

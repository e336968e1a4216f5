import type { HttpAnswer, HttpCall } from "@hostseal/http";
import { makeKey, Secret } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { createCpanelClient } from "./client.ts";
import { madeKey, nothing, version } from "./wire.ts";

const answering = (text: string, more: Partial<HttpAnswer> = {}) => {
  const calls: HttpCall[] = [];
  const answer: HttpAnswer = {
    kind: "answer",
    status: 200,
    text,
    mediaType: "application/json",
    redact: (given) => given.replaceAll("TOKEN", "[secret]"),
    ...more,
  };
  const settings = {
    host: "panel",
    url: "https://panel.example:2087",
    account: "alice",
    credential: new Secret("TOKEN"),
    login: "root",
  };
  const send = async (call: HttpCall) => {
    calls.push(call);
    return answer;
  };
  const client = (access: "whm" | "account") => createCpanelClient({ ...settings, access }, { send });
  return { client, calls };
};

const uapi = (status: unknown, more: object = {}) => JSON.stringify({ status, data: null, errors: null, ...more });
const whm = (result: unknown, more: object = {}) =>
  JSON.stringify({ metadata: { result, reason: "OK" }, data: null, ...more });

describe("the way a call goes", () => {
  it("through WHM for a token of WHM", async () => {
    const { client, calls } = answering(whm(1, { data: { uapi: { status: 1, data: null } } }));
    await client("whm").uapi("SSL::delete_ssl", nothing, { domain: "example.com" });
    expect(calls[0]).toMatchObject({
      method: "POST",
      url: "https://panel.example:2087/json-api/uapi_cpanel",
      body: {
        kind: "form",
        fields: {
          "api.version": "1",
          "cpanel.user": "alice",
          "cpanel.module": "SSL",
          "cpanel.function": "delete_ssl",
          domain: "example.com",
        },
      },
    });
    expect(calls[0]?.credential.toHeaders("x")).toEqual({ Authorization: "whm root:x" });
  });

  it("straight to the function for a token of the account", async () => {
    const { client, calls } = answering(uapi(1));
    await client("account").uapi("SSL::delete_ssl", nothing, { domain: "example.com" });
    expect(calls[0]?.url).toBe("https://panel.example:2087/execute/SSL/delete_ssl");
    expect(calls[0]?.credential.toHeaders("x")).toEqual({ Authorization: "cpanel alice:x" });
  });
});

describe("answers", () => {
  it.each([1, "1", true])("succeed with %j", async (status) => {
    expect(await answering(uapi(status)).client("account").ask("A::b")).toMatchObject({ kind: "done" });
  });

  it.each([0, "0", "", false, null])("are refused with %j", async (status) => {
    const text = uapi(status, { errors: ["One.", { code: 2 }] });
    expect(await answering(text).client("account").ask("A::b")).toMatchObject({
      kind: "refused",
      by: "function",
      words: 'One. {"code":2}',
    });
  });

  it("may be wrapped", async () => {
    const text = JSON.stringify({ apiversion: 3, result: { status: 1, data: { id: "k" } } });
    expect(await answering(text).client("account").uapi("A::b", madeKey)).toEqual({ id: "k" });
  });

  it("fail on both levels", async () => {
    const outer = answering(whm("0", { metadata: { result: "0", reason: "No." } }));
    expect(await outer.client("whm").ask("A::b")).toMatchObject({ kind: "refused", by: "token", words: "No." });
    const inner = answering(whm("1", { data: { uapi: { status: "0", data: null, errors: ["No."] } } }));
    expect(await inner.client("whm").ask("A::b")).toMatchObject({ kind: "refused", by: "function", words: "No." });
  });

  it("with status 403 tell a token that is not known from one that may not do this", async () => {
    const denied = JSON.stringify({ cpanelresult: { error: "Access denied", data: { result: "0" } } });
    await expect(answering(denied, { status: 403 }).client("whm").whm("version", version)).rejects.toMatchObject({
      code: "host.unauthorised",
    });
    const reason = { metadata: { result: 0, reason: "You do not have permission to read this." } };
    await expect(
      answering(whm(0, reason), { status: 403 }).client("whm").whm("gethostname", nothing),
    ).rejects.toMatchObject({ code: "host.permission-missing" });
  });

  it("of another shape are named by the field, and give no key away", async () => {
    const pem = (await makeKey("ec-p256")).pem.reveal();
    const attempt = answering(uapi(1, { data: { id: 5, text: pem } }))
      .client("account")
      .uapi("SSL::generate_key", madeKey);
    await expect(attempt).rejects.toMatchObject({
      code: "host.malformed-answer",
      message: expect.stringContaining("the field id of SSL::generate_key is not as documented"),
      evidence: expect.not.stringContaining(pem.split("\n")[1] ?? ""),
    });
  });

  it("of the old API are refused by what stands under error", async () => {
    const refused = JSON.stringify({ cpanelresult: { data: [], error: "File exists", event: { result: 1 } } });
    expect(await answering(refused).client("whm").api2("Fileman::mkdir", {})).toMatchObject({ words: "File exists" });
  });
});

import { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { signAssertion } from "@hostseal/sign-on";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";

describe("signing on", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const now = (): number => Math.floor(stage.demo.clock.now() / SECOND);

  /** What becomes of somebody who shows this: the status, and whether they are in. */
  const show = async (assertion: string): Promise<readonly [number, number]> => {
    const visitor = stage.visitor();
    const { status, headers } = await visitor.post("/panel/sign-on", { assertion });
    expect(headers.get("set-cookie") === null).toBe(status !== 303);
    return [status, (await visitor.get("/sites")).status];
  };

  it("works once with what the panel says", async () => {
    const assertion = stage.assertionFor("harbour");
    expect(await show(assertion)).toEqual([303, 200]);
    expect(await show(assertion)).toEqual([403, 401]);
  });

  it("works for one of many who show the same at once", async () => {
    const assertion = stage.assertionFor("harbour");
    const shown = await Promise.all(Array.from({ length: 8 }, () => show(assertion)));
    expect(shown.filter(([status]) => status === 303)).toHaveLength(1);
  });

  it.each<readonly [string, () => string]>([
    ["is for another app", () => stage.assertionFor("harbour", { aud: "https://elsewhere.example" })],
    ["is from another server", () => stage.assertionFor("harbour", { iss: "harbourside" })],
    ["has expired", () => stage.assertionFor("harbour", { iat: now() - 120, exp: now() - 60 })],
    ["begins later", () => stage.assertionFor("harbour", { iat: now() + 60, exp: now() + 110 })],
    ["lasts too long", () => stage.assertionFor("harbour", { exp: now() + 3600 })],
    ["leads back to a stranger", () => stage.assertionFor("harbour", { return_to: "https://evil.example/" })],
    ["leads back into a script", () => stage.assertionFor("harbour", { return_to: "javascript:alert(1)" })],
    ["is signed by another key", () => forged("harbour")],
    ["is not signed", () => unsigned("harbour")],
    ["was changed on its way", () => changed("harbour", "neighbour")],
    ["is empty", () => ""],
    ["is far too long", () => "a.".repeat(30_000)],
  ])("is refused when the assertion %s", async (_why, make) => {
    const [status, sites] = await show(make());
    expect([400, 401, 403]).toContain(status);
    expect(sites).toBe(401);
  });

  it("gives every refusal in the same words", async () => {
    const wrong = [forged("harbour"), unsigned("harbour"), stage.assertionFor("harbour", { iss: "harbourside" })];
    const pages = await Promise.all(wrong.map((assertion) => stage.visitor().post("/panel/sign-on", { assertion })));
    expect(new Set(pages.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
  });

  it("forgets the session before it, so that its cookie opens nothing any more", async () => {
    const visitor = await stage.signedOn();
    const { headers } = await visitor.post("/panel/sign-on", { assertion: stage.assertionFor("harbour") });
    const [cookie = ""] = (headers.get("set-cookie") ?? "").split(";");
    await visitor.post("/panel/sign-on", { assertion: stage.assertionFor("harbour") });
    expect((await stage.visitor().get("/sites", { cookie })).status).toBe(401);
  });

  const claimsOf = (sub: string) => {
    const [body = ""] = stage.assertionFor(sub).split(".").slice(1);
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Parameters<typeof signAssertion>[0];
  };
  const forged = (sub: string): string =>
    signAssertion(claimsOf(sub), { kind: "server", key: new Secret(Buffer.alloc(32, 7).toString("base64url")) });
  const unsigned = (sub: string): string => {
    const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    return `${header}.${stage.assertionFor(sub).split(".")[1] ?? ""}.`;
  };
  const changed = (from: string, to: string): string => {
    const [header = "", , mac = ""] = stage.assertionFor(from).split(".");
    return [header, Buffer.from(JSON.stringify({ ...claimsOf(from), sub: to })).toString("base64url"), mac].join(".");
  };
});

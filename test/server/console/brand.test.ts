import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { PASSWORD, staffOf } from "./staff.ts";

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const BRAND = { name: "Pier SSL", sender: "ssl@pier.example", supportEmail: "help@pier.example" };
const COLOURS = { accent: "#1a2b6d", onAccent: "#ffffff" };

type Owner = { readonly cookie: string; readonly csrf: string };

/** An owner in a browser, which sends files. */
const enter = async ({ origin }: Stage): Promise<Owner> => {
  const body = new URLSearchParams({ email: "owner@harbour.example", password: PASSWORD });
  const answer = await fetch(`${origin}/console/sign-in`, { method: "POST", body, redirect: "manual" });
  const [cookie = ""] = answer.headers.getSetCookie().map((set) => set.split(";")[0] ?? "");
  const page = await (await fetch(`${origin}/console/brand`, { headers: { cookie } })).text();
  return { cookie, csrf: /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? "" };
};

describe("a brand from the console", () => {
  let stage: Stage;
  let owner: Owner;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
    await staffOf(stage);
    owner = await enter(stage);
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const upload = (logo: string, csrf = owner.csrf): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...BRAND, ...COLOURS, csrf })) form.set(name, value);
    form.set("logo", new File([logo], "logo.svg", { type: "image/svg+xml" }));
    return fetch(`${stage.origin}/console/brand`, { method: "POST", body: form, headers: { cookie: owner.cookie } });
  };

  it("is on every page from then on, with its logo and its colours", async () => {
    expect((await upload(LOGO)).status).toBe(200);
    const { html } = await stage.visitor().get("/track");
    expect(html).toContain("Pier SSL");
    expect(html).not.toContain("Harbour SSL");
    const address = /src="(\/brand\/logo\/[^"]+)"/.exec(html)?.[1] ?? "";
    const logo = await stage.visitor().get(address);
    expect(logo.html).toBe(LOGO);
    expect(logo.headers.get("content-security-policy")).toContain("sandbox");
    const colours = /href="(\/brand\/colours\/[^"]+)"/.exec(html)?.[1] ?? "";
    expect((await stage.visitor().get(colours)).html).toContain("--accent: #1a2b6d");
  });

  it("takes no logo that is more than a picture, and none from another page", async () => {
    expect((await upload(LOGO.replace("<path", '<path onload="alert(1)"'))).status).toBe(422);
    expect((await upload(LOGO, "forged")).status).toBe(403);
    expect((await upload("x".repeat(300_000))).status).toBe(400);
  });

  it("has no address for other colours than six digits", async () => {
    const { status, html } = await stage.visitor().get("/brand/colours/0b6e4f;}body{x/ffffff");
    expect(status).toBeGreaterThanOrEqual(400);
    expect(html).not.toContain("body{x");
  });
});

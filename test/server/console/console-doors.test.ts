import type { Order } from "@hostseal/core";
import type { Role } from "@hostseal/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CANARY, plantOrder } from "../plant-order.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Page, Visitor } from "../visitor.ts";
import { PASSWORD, staffOf } from "./staff.ts";

const PAGES = ["orders", "orders.csv", "needs", "forecast", "money", "charges.csv", "prices", "brand", "access"];
const FORMS = ["check-again", "confirm", "method", "reissue", "revoke", "cancel", "archive", "share"];
const GOVERNING = ["prices", "brand", "access/people", "access/people/remove", "access/keys", "access/keys/remove"];

const versionOf = async ({ world }: Stage, { id }: Order): Promise<number | undefined> =>
  (await world.store.get(id, { kind: "everything" }))?.version;

const guess = (stage: Stage): Promise<Page> =>
  stage.visitor().post("/console/sign-in", { email: "guessed@harbour.example", password: "wrong horse battery" });

describe("the console's doors", () => {
  let stage: Stage;
  const staff = new Map<Role, Visitor>();
  const as = (role: Role): Visitor => staff.get(role) ?? stage.visitor();
  let foreign: Order;
  let ours: Order;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
    for (const role of ["owner", "staff", "read-only"] as const) staff.set(role, await staffOf(stage, role));
    foreign = await plantOrder(stage, { partner: "another-partner", customer: "harbour" });
    ours = await plantOrder(stage, { partner: "demo", customer: "harbour" });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  it("are shut for whoever has not signed in, and for a customer", async () => {
    for (const visitor of [stage.visitor(), await stage.signedOn()])
      for (const page of [...PAGES, `orders/${ours.id}`]) {
        const { status, location, html } = await visitor.get(`/console/${page}`);
        expect({ status, location }, page).toEqual({ status: 303, location: "/console/sign-in" });
        expect(html).not.toContain(CANARY);
      }
  });

  it("do not open for a wrong password, and say the same for a person who is not there", async () => {
    const pages = await Promise.all(
      ["owner@harbour.example", "nobody@harbour.example"].map((email) =>
        stage.visitor().post("/console/sign-in", { email, password: "wrong horse battery" }),
      ),
    );
    const [known, unknown] = pages.map(({ status, html }) => [status, html.replaceAll(/\w+@harbour\.example/g, "")]);
    expect(known).toEqual(unknown);
    expect(known?.[0]).toBe(401);
  });

  it("are shut for a while for whoever guesses", async () => {
    let status = 0;
    for (let tries = 0; tries < 12 && status !== 429; tries += 1) ({ status } = await guess(stage));
    expect(status).toBe(429);
  }, 60_000);

  it("show nothing of another partner, by whichever address", async () => {
    for (const page of ["", "/changes", "/certificate.pem", "/archive"]) {
      const { status, html } = await as("owner").get(`/console/orders/${foreign.id}${page}`);
      expect(status, page).toBe(404);
      expect(html).not.toContain(CANARY);
    }
    await as("owner").get("/console/orders");
    for (const form of FORMS)
      expect((await as("owner").post(`/console/orders/${foreign.id}/${form}`)).status).toBe(404);
    expect(await versionOf(stage, foreign)).toBe(1);
    for (const list of PAGES) expect((await as("owner").get(`/console/${list}`)).html).not.toContain(foreign.id);
  });

  it("let nobody change anything who may only look", async () => {
    await as("read-only").get("/console/orders");
    for (const form of FORMS) {
      const { status } = await as("read-only").post(`/console/orders/${ours.id}/${form}`, { reason: "superseded" });
      expect(status, form).toBeGreaterThanOrEqual(400);
    }
    expect(await versionOf(stage, ours)).toBe(1);
  });

  it("let only owners govern", async () => {
    const before = JSON.stringify(await stage.world.documents.read("partner-demo"));
    for (const role of ["staff", "read-only"] as const) {
      await as(role).get("/console/orders");
      for (const form of GOVERNING) expect((await as(role).post(`/console/${form}`)).status, form).toBe(403);
      expect((await as(role).get("/console/access")).status).toBe(403);
    }
    expect(JSON.stringify(await stage.world.documents.read("partner-demo"))).toBe(before);
  });

  it("take forms only from their own pages", async () => {
    for (const form of ["leave", ...GOVERNING, `orders/${ours.id}/cancel`]) {
      const { status } = await as("owner").post(`/console/${form}`, { csrf: "forged" });
      expect(status, form).toBe(403);
    }
    const headers = { "sec-fetch-site": "cross-site" };
    const fields = { email: "owner@harbour.example", password: PASSWORD };
    expect((await stage.visitor().post("/console/sign-in", fields, headers)).status).toBe(403);
  });

  it("show what was typed as text", async () => {
    const evil = '"><script>alert(1)</script>';
    const { html } = await as("owner").get(`/console/orders?q=${encodeURIComponent(evil)}`);
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;");
  });

  it("close at once behind somebody who was removed", async () => {
    const removed = await staffOf(stage, "owner");
    await as("owner").get("/console/access");
    const added = { email: "second@harbour.example", role: "owner", password: PASSWORD };
    expect((await as("owner").post("/console/access/people", added)).status).toBe(200);
    await as("owner").post("/console/access/people/remove", { email: "owner@harbour.example" });
    expect((await removed.get("/console/orders")).location).toBe("/console/sign-in");
    const second = stage.visitor();
    await second.post("/console/sign-in", { email: "second@harbour.example", password: PASSWORD });
    await second.get("/console/access");
    const back = { email: "owner@harbour.example", role: "owner", password: PASSWORD };
    expect((await second.post("/console/access/people", back)).status).toBe(200);
    staff.set("owner", await staffOf(stage, "owner"));
  });
});

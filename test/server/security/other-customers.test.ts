import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Order } from "@hostseal/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../run/root.ts";
import { placeOrder } from "../placed-order.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Fields, Visitor } from "../visitor.ts";

type Route = { readonly method: "get" | "post"; readonly path: string };

const FOLDERS = ["packages/server/src/journey", "packages/server/src/sharing"];
const ROUTE = /\.(get|post)\(\s*"(\/(?:orders|sites)\/[^"]+)"/g;
const FORMS = ["confirm", "check-again", "method", "reissue", "revoke", "cancel", "resend"];
const CANARIES = ["attic.example.com", "canary@example.org"];

const sources = (): readonly string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("-routes.ts"))
      .map((file) => readFileSync(join(ROOT, folder, file), "utf8")),
  );

/** Every route that names an order or a site, read from where they are declared, so that none is forgotten. */
const routes = (): readonly Route[] =>
  sources()
    .flatMap((text) => [...text.matchAll(ROUTE)])
    .map(([, method, path = ""]) => ({ method: method === "post" ? "post" : "get", path }) as const)
    .flatMap((route) =>
      route.path.endsWith("/:form")
        ? FORMS.map((form) => ({ ...route, path: route.path.replace(":form", form) }))
        : [route],
    )
    .filter(({ path }) => path.includes(":"));

/** What each form needs to be understood, so that nothing but the order's owner is in the way. */
const fields: Fields = {
  amount: "1",
  reason: "superseded",
  name: "attic.example.com",
  method: "file",
  names: "attic.example.com",
  agreement: "yes",
  format: "zip",
  contact: "me@example.org",
};

const paired = routes().map(({ method, path }) => [`${method.toUpperCase()} ${path}`, method, path] as const);

describe("whoever is signed on, at an order or a site of somebody else,", () => {
  let stage: Stage;
  let order: Order;
  let stranger: Visitor;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
    order = await placeOrder(stage, { names: ["attic.example.com"], contact: "canary@example.org", site: "attic" });
    stranger = await stage.signedOn("neighbour");
    await stranger.get("/sites");
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const fill = (path: string): string =>
    path.replace(":id", order.id).replace(":host", "panel").replace(":site", "attic");

  it("has routes to try", () => {
    expect(paired.length).toBeGreaterThan(14);
  });

  it.each(paired)("learns nothing by %s", async (_title, method, path) => {
    const before = await stage.world.store.get(order.id, { kind: "everything" });
    const address = fill(path);
    const { status, html } = await (method === "get" ? stranger.get(address) : stranger.post(address, fields));
    expect(status).toBe(404);
    for (const canary of [...CANARIES, String(order.issuerRef)]) expect(html).not.toContain(canary);
    expect(await stage.world.store.get(order.id, { kind: "everything" })).toEqual(before);
  });

  it.each(paired)("is asked to sign on by %s, when nobody is", async (_title, method, path) => {
    const nobody = stage.visitor();
    const { status, html } = await (method === "get" ? nobody.get(fill(path)) : nobody.post(fill(path), fields));
    expect([401, 403]).toContain(status);
    for (const canary of CANARIES) expect(html).not.toContain(canary);
  });

  it("is told the same of an order that never was", async () => {
    const theirs = await stranger.get(`/orders/${order.id}`);
    const nobodys = await stranger.get("/orders/ord_0000000000");
    expect(theirs.html.replaceAll(order.id, "")).toBe(nobodys.html.replaceAll("ord_0000000000", ""));
  });
});

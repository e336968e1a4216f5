import { asId, type OrderId } from "@hostseal/core";
import { Secret, readPkcs12, keyMatches } from "@hostseal/pki";
import { HOUR } from "@hostseal/rules";
import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOrder } from "./placed-order.ts";
import { openStage, type Stage } from "./stage.ts";
import { trackerOf } from "./tracking-visit.ts";
import type { Visitor } from "./visitor.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ flies: false });
});
afterAll(async () => stage[Symbol.asyncDispose]());

/** A customer in front of an order whose key waits to be fetched. */
const collector = async (name: string): Promise<{ visitor: Visitor; page: string; leaf: string; id: string }> => {
  const order = await placeOrder(stage, { names: [name] });
  const visitor = await stage.signedOn();
  const phase = order.enrolment?.phase;
  const leaf = phase !== undefined && "certificate" in phase ? phase.certificate.leaf : (order.certificate?.leaf ?? "");
  const page = `/orders/${order.id}`;
  await visitor.get(page);
  return { visitor, page, leaf, id: order.id };
};

const CODE = /<code dir="ltr">([2-9A-Z]{5}(?:-[2-9A-Z]{5}){4})<\/code>/;
const codeIn = (html: string): string => CODE.exec(html)?.[1] ?? "";

const keyIn = async (zip: Buffer, password: string): Promise<string> => {
  const entries = await new ZipReader(new Uint8ArrayReader(zip), { password }).getEntries();
  const entry = entries.find(({ filename }) => filename === "private-key.pem");
  return entry?.directory === false ? await entry.getData(new TextWriter()) : "";
};

describe("the archive of key and certificate", () => {
  test("comes once, and its unlock code on another page, once", async () => {
    const { visitor, page, leaf, id } = await collector("shop.example.com");
    expect((await visitor.get(page)).html).toContain("Unlock code: not fetched yet");
    const archive = await visitor.post(`${page}/archive`);
    expect(archive.status).toBe(200);
    expect(archive.headers.get("content-disposition")).toContain(`${id}.zip`);
    expect(archive.headers.get("cache-control")).toBe("no-store");

    const shown = await visitor.post(`${page}/unlock-code`);
    const code = codeIn(shown.html);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(archive.bytes.includes(code)).toBe(false);
    expect(keyMatches(leaf, new Secret(await keyIn(archive.bytes, code)))).toBe(true);

    const again = await visitor.post(`${page}/unlock-code`);
    expect(again.status).toBe(410);
    expect(again.html).not.toContain(code);
    expect(stage.log.join("\n")).not.toContain(code);
  });

  test("asked for twice, says so and offers to reissue", async () => {
    const { visitor, page } = await collector("diary.example.com");
    await visitor.post(`${page}/archive`);
    const twice = await visitor.post(`${page}/archive`);
    expect(twice.status).toBe(409);
    expect(twice.html).toContain("handed over before, which happens once");
    expect(twice.html).toMatch(/reissue/i);
    expect((await visitor.get(page)).html).toContain("Unlock code: used");
  });

  test("asked for twice at once, goes out once", async () => {
    const { visitor, page } = await collector("attic.example.com");
    const answers = await Promise.all([visitor.post(`${page}/archive`), visitor.post(`${page}/archive`)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const code = codeIn((await visitor.post(`${page}/unlock-code`)).html);
    const archive = answers.find(({ status }) => status === 200);
    expect(await keyIn(archive?.bytes ?? Buffer.of(), code)).toContain("BEGIN PRIVATE KEY");
  });

  test("leaves its receipt in the journal, with who had it", async () => {
    const { visitor, page, id } = await collector("museum.example.net");
    await visitor.post(`${page}/archive`, { format: "pem" });
    const found = await stage.world.store.get(asId<OrderId>(id), { kind: "everything" });
    const receipts = found?.order.journal.entries.filter(({ event }) => event.kind === "key.handed-over");
    expect(receipts?.map(({ by }) => by)).toEqual(["harbour on quayside"]);
    expect((await visitor.get(page)).html).toContain("The private key was handed over, once");
  });

  test("comes as PKCS #12 for whoever wants that, also with a mailed link", async () => {
    const contact = "p12@harbour.example";
    const order = await placeOrder(stage, { names: ["cloud.example.com"], contact });
    const { visitor, page } = await trackerOf(stage, order.id, contact);
    const archive = await visitor.post(`${page}/archive`, { format: "pkcs12" });
    expect(archive.headers.get("content-disposition")).toContain(".p12");
    const code = codeIn((await visitor.post(`${page}/unlock-code`)).html);
    expect((await readPkcs12(archive.bytes, new Secret(code))).kind).toBe("opened");
  });

  test("is not there for anybody else", async () => {
    const { page } = await collector("news.example.org");
    const neighbour = await stage.signedOn("neighbour");
    await neighbour.get("/sites");
    expect((await neighbour.get(`${page}/archive`)).status).toBe(404);
    expect((await neighbour.post(`${page}/archive`)).status).toBe(404);
    expect((await neighbour.post(`${page}/unlock-code`)).status).toBe(404);
    expect((await stage.visitor().post(`${page}/archive`)).status).toBe(401);
  });

  test("keeps its unlock code for an hour", async () => {
    const { page, visitor } = await collector("example.com");
    await visitor.post(`${page}/archive`);
    stage.demo.clock.advanceTo(stage.demo.clock.now() + HOUR);
    expect((await visitor.post(`${page}/unlock-code`)).status).toBe(410);
  });
});

import type { Order } from "@hostseal/core";
import { HOUR, MINUTE } from "@hostseal/rules";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { placeOrder, putDraft } from "./placed-order.ts";
import { openStage, type Stage } from "./stage.ts";
import { accessLetters, enterBy, lettersTo, pathIn, searchFor, solvedBySum } from "./tracking-visit.ts";
import type { Page, Visitor } from "./visitor.ts";

const OWNER = "owner@harbour.example";

const NO_LETTER = { id: "", to: "", subject: "", text: "", receivedAt: 0 };

let stage: Stage;
let order: Order;
let address = 0;

/** Everybody comes from another address of the network, so that no test uses up another's tries. */
const somebody = (): Visitor => {
  const visitor = stage.visitor();
  const headers = { "x-forwarded-for": `192.0.2.${(address += 1)}` };
  return {
    get: (path, more = {}) => visitor.get(path, { ...headers, ...more }),
    post: (path, fields, more = {}) => visitor.post(path, fields, { ...headers, ...more }),
  };
};

beforeAll(async () => {
  stage = await openStage({ flies: false });
  order = await placeOrder(stage, { names: ["shop.example.com"], contact: "Shop@harbour.example" });
  await putDraft(stage, { names: ["news.example.org"], contact: OWNER });
  await putDraft(stage, { names: ["neighbour.example.net"], customer: "neighbour", contact: "n@neighbour.example" });
});
afterAll(async () => stage[Symbol.asyncDispose]());
beforeEach(() => {
  stage.demo.clock.advanceTo(stage.demo.clock.now() + 2 * HOUR);
});

/** All that an answer tells, but for what differs from one to the next anyway. */
const tellable = ({ status, headers, html, location }: Page) => ({
  status,
  location,
  html,
  headers: [...headers.keys()].filter((name) => name !== "date").toSorted(),
  length: headers.get("content-length"),
});

describe("finding an order", () => {
  test("tells the same, whether there is one or not", async () => {
    const searches = [
      ["shop.example.com", "shop@harbour.example"],
      [order.id, "shop@harbour.example"],
      ["shop.example.com", "stranger@elsewhere.example"],
      ["nobody.example.net", "shop@harbour.example"],
      ["ord_0000000000000000", "shop@harbour.example"],
      ["../../etc/passwd", "<script>@x"],
    ] as const;
    const answers: Page[] = [];
    for (const [wanted, email] of searches) answers.push(await searchFor(somebody(), wanted, email));
    const [first, ...rest] = answers.map(tellable);
    expect(first).toMatchObject({ status: 303, location: "/track/sent" });
    for (const answer of rest) expect(answer).toEqual(first);
  });

  test("answers before it looks, so that its time tells nothing", async () => {
    const { promise: looksOver, resolve: endLooks } = Promise.withResolvers<void>();
    const slow = (world: Stage["world"]): Stage["world"] => ({
      ...world,
      store: { ...world.store, query: (asked) => looksOver.then(() => world.store.query(asked)) },
    });
    await using waiting = await openStage({ flies: false, through: slow });
    const { id } = await putDraft(waiting, { names: ["diary.example.com"], contact: "slow@harbour.example" });
    expect((await searchFor(waiting.visitor(), "diary.example.com", "slow@harbour.example")).status).toBe(303);
    endLooks();
    const [letter] = await lettersTo(waiting, "slow@harbour.example");
    expect(letter?.text).toContain(id);
  });

  test("leaves neither an address nor a link in the log", async () => {
    const contact = "quiet@harbour.example";
    await putDraft(stage, { names: ["attic.example.com"], contact });
    await searchFor(somebody(), "attic.example.com", contact);
    const [letter] = await lettersTo(stage, contact);
    const token = pathIn(letter ?? NO_LETTER).split("=")[1] ?? "";
    await enterBy(somebody(), pathIn(letter ?? NO_LETTER));
    const log = stage.log.join("\n");
    expect(log).toContain("tracking.entered");
    expect(token).toHaveLength(43);
    expect(log).not.toContain(token);
    expect(log).not.toContain(contact);
  });

  test("writes to the contact of the order, whatever the case, and to nobody else", async () => {
    await searchFor(somebody(), "https://www.shop.example.com/cart?id=1", "SHOP@HARBOUR.EXAMPLE");
    const [letter] = await lettersTo(stage, "shop@harbour.example");
    expect(letter?.text).toContain(order.id);
    expect(letter?.text).toContain("Harbour SSL");
    expect(letter?.text).not.toMatch(/hostseal|sandbox/i);
    expect(accessLetters(stage.demo.hosting.mailbox.inbox(OWNER))).toEqual([]);
  });

  test("asks again, with what was typed, when the challenge is not solved", async () => {
    const { status, html } = await somebody().post("/track", { wanted: "shop.example.com", email: "a@b.example" });
    expect(status).toBe(422);
    expect(html).toContain('value="shop.example.com"');
    expect(html).toContain('role="alert"');
  });

  test("takes a solution once, and not when it is old", async () => {
    const visitor = somebody();
    const solved = solvedBySum((await visitor.get("/track")).html);
    const late = solvedBySum((await visitor.get("/track")).html);
    const fields = { wanted: "nobody.example.net", email: "a@b.example" };
    expect((await visitor.post("/track", { ...fields, ...solved })).status).toBe(303);
    expect((await visitor.post("/track", { ...fields, ...solved })).status).toBe(422);
    stage.demo.clock.advanceTo(stage.demo.clock.now() + 31 * MINUTE);
    expect((await visitor.post("/track", { ...fields, ...late })).status).toBe(422);
  });

  test("ends for an address that asks too often, found or not", async () => {
    const visitor = somebody();
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push((await searchFor(visitor, "nobody.example.net", "a@b.example")).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429]);
  });

  test("does not fill a mailbox, and does not tell that it stopped", async () => {
    await putDraft(stage, { names: ["diary.example.com"], contact: "patient@harbour.example" });
    for (let count = 0; count < 7; count += 1) {
      const { status } = await searchFor(somebody(), "diary.example.com", "patient@harbour.example");
      expect(status).toBe(303);
    }
    await lettersTo(stage, "patient@harbour.example", 5);
    expect(accessLetters(stage.demo.hosting.mailbox.inbox("patient@harbour.example"))).toHaveLength(5);
  });
});

describe("a mailed link", () => {
  let path: string;
  beforeAll(async () => {
    await putDraft(stage, { names: ["museum.example.net"], contact: "link@harbour.example" });
  });
  beforeEach(async () => {
    const before = accessLetters(stage.demo.hosting.mailbox.inbox("link@harbour.example")).length;
    if (before < 5) await searchFor(somebody(), "museum.example.net", "link@harbour.example");
    const letters = await lettersTo(stage, "link@harbour.example", before + 1);
    path = pathIn(letters.at(-1) ?? NO_LETTER);
  });

  test("lets somebody in who presses its button, and is over then", async () => {
    const visitor = somebody();
    const entered = await enterBy(visitor, path);
    expect(entered.location).toMatch(/^\/track\/orders\/ord_/);
    expect((await visitor.get(entered.location ?? "")).status).toBe(200);
    const again = await somebody().get(path);
    expect(again.status).toBe(410);
    expect(again.html).toContain('href="/track"');
  });

  test("is not used up by a scanner that only follows it", async () => {
    await somebody().get(path);
    await somebody().get(path);
    expect((await enterBy(somebody(), path)).status).toBe(303);
  });

  test("is over after 30 minutes", async () => {
    stage.demo.clock.advanceTo(stage.demo.clock.now() + 30 * MINUTE);
    expect((await somebody().get(path)).status).toBe(410);
  });

  test("does not open by guessing", async () => {
    expect((await somebody().post("/track/access", { token: "a".repeat(43) })).status).toBe(410);
    expect((await somebody().post("/track/access", {})).status).toBe(410);
  });
});

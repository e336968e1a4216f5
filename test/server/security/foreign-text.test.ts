import { asId, type Host, type HostId, type SiteId } from "@hostseal/core";
import { makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveUntil, placeOrder, putDraft } from "../placed-order.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Page, Visitor } from "../visitor.ts";

const MARK = "<img src=x onerror=alert(1)>";
const ESCAPED = "&lt;img src=x onerror=alert(1)&gt;";

/** A panel whose sites have the names somebody chose in bad faith. */
const withOddSite = (host: Host): Host => ({
  ...host,
  sites: async () => [...(await host.sites()), { id: asId<SiteId>(MARK), names: [] }],
});

const isHarmless = ({ html }: Page): boolean => !html.includes("<img src=x");

const expectShown = (page: Page): void => {
  expect(page.html).toContain(ESCAPED);
  expect(isHarmless(page)).toBe(true);
};

describe("text of others in a page", () => {
  let stage: Stage;
  let customer: Visitor;
  beforeAll(async () => {
    stage = await openStage({
      flies: false,
      through: (world) => ({
        ...world,
        hostsOfCustomer: (customer) => world.hostsOfCustomer(customer).map((host) => withOddSite(host)),
      }),
    });
    customer = await stage.signedOn();
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  /** An order that waits for a record, whose value we know nothing of yet. */
  const waiting = () =>
    placeOrder(stage, { names: ["blog.example.org"] }, ({ enrolment }) => enrolment?.phase.kind === "validating");

  it("is only text in the names a panel gives", async () => {
    expectShown(await customer.get("/sites"));
    const path = `/sites/panel/${encodeURIComponent(MARK)}/order`;
    expect(isHarmless(await customer.get(path))).toBe(true);
  });

  it("is only text in a CAA record", async () => {
    const { dns } = stage.demo.hosting.controls;
    for (const entry of dns.zoneEntries("gallery.example.net")) if (entry.type === "CAA") dns.remove(entry);
    dns.add({ host: "gallery.example.net", type: "CAA", value: `0 issue "${MARK}"` });
    const draft = await putDraft(stage, { names: ["gallery.example.net"] });
    await liveUntil(stage, draft, ({ preflight }) => preflight !== undefined);
    expectShown(await customer.get(`/orders/${draft.id}`));
  });

  it("is only text in a record that is found in place of the proof", async () => {
    const order = await waiting();
    const phase = order.enrolment?.phase;
    if (phase?.kind !== "validating") throw new TypeError("the order does not wait for a proof");
    const [validation] = phase.validations;
    const artefact = validation?.issuer.artefact;
    if (artefact?.kind !== "dns-txt") throw new TypeError("the proof is no TXT record");
    stage.demo.hosting.controls.dns.add({ host: artefact.host, type: "TXT", value: MARK });
    const isFound = (text: string | undefined): boolean => text?.includes(MARK) === true;
    await liveUntil(stage, order, ({ enrolment }) =>
      enrolment?.phase.kind === "validating" ? isFound(enrolment.phase.validations[0]?.look?.found) : false,
    );
    expectShown(await customer.get(`/orders/${order.id}`));
  });

  it("is only text in what a certificate authority gives as evidence", async () => {
    const order = await waiting();
    const stored = await stage.world.store.get(order.id, { kind: "everything" });
    const phase = stored?.order.enrolment?.phase;
    if (!stored?.order.enrolment || phase?.kind !== "validating") throw new TypeError("no proof is waited for");
    const validations = phase.validations.map((one) => ({
      ...one,
      issuer: {
        ...one.issuer,
        status: { kind: "failed", because: "wrong-value", at: stage.world.clock.now(), evidence: MARK } as const,
      },
    }));
    const enrolment = { ...stored.order.enrolment, phase: { ...phase, validations } };
    await stage.world.store.put({ ...stored.order, enrolment }, stored.version);
    expectShown(await customer.get(`/orders/${order.id}`));
  });

  it("is only text in a CSR, and in every field beside it", async () => {
    await customer.get("/sites/panel/shop/order");
    const csr = await makeCsr({ key: await makeKey("ec-p256"), names: [MARK as DomainName] });
    const page = await customer.post("/sites/panel/shop/order", { names: "shop.example.com", contact: MARK, csr });
    expect(page.status).toBe(422);
    expectShown(page);
  });

  it.each(["names", "product", "years", "contact", "csr"])(
    "is only text when it comes back from the field %s",
    async (field) => {
      await customer.get("/sites/panel/shop/order");
      const page = await customer.post("/sites/panel/shop/order", { names: "shop.example.com", [field]: MARK });
      expect(isHarmless(page)).toBe(true);
    },
  );

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["method", { name: MARK, method: MARK }],
    ["reissue", { names: MARK, csr: MARK, agreement: "yes" }],
    ["revoke", { reason: MARK }],
    [encodeURIComponent(MARK), {}],
  ])("is only text when it comes back from the form %s of an order", async (form, fields) => {
    const draft = await putDraft(stage, { names: ["shop.example.com"] });
    await customer.get("/sites");
    const page = await customer.post(`/orders/${draft.id}/${form}`, fields);
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(isHarmless(page)).toBe(true);
  });

  it("is only text in an address, an account's name and the way back", async () => {
    expect(isHarmless(await customer.get(`/orders/${encodeURIComponent(MARK)}`))).toBe(true);
    const [origin = ""] = stage.settings.panels.get("quayside")?.origins ?? [];
    const odd = stage.visitor();
    const assertion = stage.assertionFor(MARK, { return_to: `${origin}/?"><${MARK}` });
    await odd.post("/panel/sign-on", { assertion });
    expect(isHarmless(await odd.get("/sites"))).toBe(true);
  });

  it("makes no header and no line of the log", async () => {
    const odd = `x%0d%0aset-cookie:%20a=b`;
    const answers = [
      await customer.get(`/orders/${odd}`),
      await customer.get(`/sites/panel/${odd}/order`),
      await customer.post("/language", { locale: "de", back: "/sites\r\nset-cookie: a=b" }),
    ];
    for (const { headers, location = "/" } of answers) {
      expect(headers.get("set-cookie") ?? "").not.toContain("a=b");
      expect(new URL(location, stage.origin).origin).toBe(stage.origin);
    }
    for (const line of stage.log) expect(JSON.parse(line)).toHaveProperty("event");
    expect(stage.log.every((line) => !/[\r\n]/.test(line.trimEnd()))).toBe(true);
  });

  it.each(["https://evil.example/", "//evil.example/", String.raw`/\evil.example/`, "javascript:alert(1)"])(
    "does not lead away by %s",
    async (back) => {
      const { location = "/" } = await customer.post("/language", { locale: "en", back });
      expect(new URL(location, stage.origin).origin).toBe(stage.origin);
    },
  );

  it("leaves the host with the id it has", () => {
    expect(stage.world.hostsOfCustomer(asId("harbour")).map(({ id }) => id)).toEqual([asId<HostId>("panel")]);
  });
});

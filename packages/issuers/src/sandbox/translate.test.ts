import { describe, expect, it } from "vitest";
import { asId } from "@hostseal/core";
import { METHODS, fromIso } from "@hostseal/rules";
import orderInProgress from "../../test/fixtures/order-in-progress.json" with { type: "json" };
import productList from "../../test/fixtures/products.json" with { type: "json" };
import {
  Meaningless,
  fromChoice,
  fromOrganisation,
  toCollected,
  toIssuerOrder,
  toMoney,
  toProduct,
} from "./translate.ts";
import { wireOrder, wireProducts } from "./wire.ts";
import { PROBLEM_OF_CODE } from "./words.ts";

const read = (change: Record<string, unknown> = {}) => wireOrder.parse({ ...orderInProgress, ...change });
const readDomain = (change: Record<string, unknown>) =>
  toIssuerOrder(read({ domains: [{ ...orderInProgress.domains[0], ...change }] })).validations[0];

describe("an order", () => {
  it("is told in our words, with the vendor's word beside", () => {
    const order = toIssuerOrder(read());
    expect(order).toMatchObject({
      ref: "SB4F0A11C2D3",
      status: { kind: "awaiting-validation" },
      rawStatus: "in_progress/dcv",
      generation: 1,
      charged: { amount: 4900, currency: "EUR" },
    });
    expect(order).not.toHaveProperty("licence");
  });

  it.each([
    [{ status: "in_progress", stage: "dcv" }, { kind: "awaiting-validation" }],
    [{ status: "in_progress", stage: "vetting" }, { kind: "awaiting-organisation" }],
    [{ status: "in_progress", stage: "production" }, { kind: "issuing" }],
    [{ status: "active" }, { kind: "issued" }],
    [{ status: "lapsed" }, { kind: "expired" }],
    [{ status: "voided" }, { kind: "cancelled" }],
    [
      { status: "declined", status_note: "on a list" },
      { kind: "rejected", evidence: "on a list" },
    ],
    [
      { status: "revoked", revoked_at: "2026-11-21T10:00:00Z" },
      { kind: "revoked", at: fromIso("2026-11-21T10:00:00Z") },
    ],
  ])("that is %o is %o", (words, status) => {
    expect(toIssuerOrder(read({ stage: undefined, ...words })).status).toEqual(status);
  });

  it("has a licence once it has a subscription", () => {
    const subscription = { begin: "2026-11-21T10:00:00Z", end: "2027-11-21T10:00:00.000Z" };
    const { licence } = toIssuerOrder(read({ subscription }));
    expect(licence).toEqual({ start: fromIso("2026-11-21T10:00:00Z"), end: fromIso("2027-11-21T10:00:00Z") });
  });

  it("counts its generations, whether they come as text or number", () => {
    expect(toIssuerOrder(read({ issue: "12" })).generation).toBe(12);
    expect(toIssuerOrder(read({ issue: 12 })).generation).toBe(12);
  });
});

describe("a validation", () => {
  const [txt, cname, file, mail, ...organisation] = toIssuerOrder(read()).validations;

  it("by TXT names the record without final dot", () => {
    expect(txt).toEqual({
      subject: { kind: "name", name: "example.com" },
      method: "dns-txt",
      artefact: {
        kind: "dns-txt",
        host: "_24fb3cb24e0c3a8a946f7c02.example.com",
        value: "a892384d6da769410491183d4a6234934faff724",
      },
      status: { kind: "pending" },
    });
  });

  it("that was reused says by which method, when, and for which domain it was shown", () => {
    expect(cname).toMatchObject({
      method: "dns-txt",
      authorizationDomain: "example.com",
      artefact: { kind: "dns-cname", target: "a892384d6da769410491183d4a6234934faff724.dcv.sectigo.com" },
      status: { kind: "valid", at: fromIso("2026-11-20T09:00:00Z"), reused: true },
    });
  });

  it("that failed says why, and keeps what was expected and found", () => {
    expect(file).toMatchObject({
      artefact: {
        kind: "file",
        name: "www.example.com",
        path: "/.well-known/pki-validation/AE756CC92182F85AFF2AC194.txt",
      },
      status: { kind: "failed", because: "wrong-value", evidence: expect.stringContaining("found <html>") },
    });
  });

  it("by mail names the mailbox; the name itself is no authorization domain worth telling", () => {
    expect(mail).toEqual({
      subject: { kind: "name", name: "xn--bcher-kva.example.com" },
      method: "email",
      artefact: { kind: "email", address: "admin@example.com" },
      status: { kind: "valid", at: fromIso("2026-11-21T10:00:30Z"), reused: false },
    });
  });

  it("of the organisation is shown per check, and a check nobody knows is left out", () => {
    expect(organisation).toEqual([
      {
        subject: { kind: "organisation", check: "legal-existence" },
        status: { kind: "valid", at: fromIso("2026-11-21T10:00:00Z"), reused: false },
      },
      { subject: { kind: "organisation", check: "phone-callback" }, status: { kind: "pending" } },
    ]);
  });

  it.each([...PROBLEM_OF_CODE, ["a_code_of_tomorrow", "other"]])(
    "that failed with %s did so because of %s",
    (code, because) => {
      const last_poll = { at: "2026-11-21T10:01:00Z", code };
      expect(readDomain({ state: "rejected", last_poll })?.status).toMatchObject({ kind: "failed", because });
    },
  );

  it("by a method we do not know has neither method nor artefact", () => {
    const unknown = readDomain({ dcv: { method: "CARRIER_PIGEON" } });
    expect(unknown).toEqual({ subject: { kind: "name", name: "example.com" }, status: { kind: "pending" } });
  });
});

describe("what makes no sense", () => {
  it.each([
    ["progress at no stage", { stage: undefined }],
    ["a revocation without a date", { status: "revoked" }],
    ["a proof accepted without a date", { domains: [{ ...orderInProgress.domains[0], state: "passed" }] }],
    ["a proof rejected without a reason", { domains: [{ ...orderInProgress.domains[0], state: "rejected" }] }],
    ["a name that is none", { domains: [{ ...orderInProgress.domains[0], fqdn: "<script>" }] }],
    [
      "a file on another host",
      {
        domains: [
          {
            ...orderInProgress.domains[2],
            dcv: { method: "HTTP_FILE", file_url: "http://evil.example/", file_content: "x" },
          },
        ],
      },
    ],
    ["a check done without a date", { vetting: [{ step: "callback", state: "done" }] }],
  ])("is said to be so: %s", (_what, change) => {
    expect(() => toIssuerOrder(read(change))).toThrow(Meaningless);
  });
});

describe("money", () => {
  it.each([
    ["0", 0],
    ["12", 1200],
    ["12.3", 1230],
    ["12.34", 1234],
    ["0.07", 7],
    ["1005.10", 100_510],
    ["999999999999.99", 99_999_999_999_999],
  ])("%s is %i cents exactly", (amount, cents) => {
    expect(toMoney({ amount, currency: "EUR" })).toEqual({ amount: cents, currency: "EUR" });
  });
});

describe("a product", () => {
  it("is sold for whole years only", () => {
    const [product] = wireProducts.parse(productList).products;
    if (!product) throw new Error("the fixture is empty");
    expect(toProduct(product, { issuer: asId("my-sandbox"), brand: "sandbox" })).toEqual({
      code: "sandbox-dv-multi",
      title: "Sandbox DV Multi-Domain",
      issuer: "my-sandbox",
      brand: "sandbox",
      level: "dv",
      wildcard: true,
      includesWwwTwin: true,
      maxNames: 100,
      years: [1, 2],
      price: { perYear: { amount: 2400, currency: "EUR" }, perExtraNamePerYear: { amount: 650, currency: "EUR" } },
    });
  });
});

const pem = (body: string): string => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;

describe("a delivery", () => {
  const [leaf, first, second] = [pem("AAAA"), pem("BBBB"), pem("CCCC")];

  it.each([
    ["in order", { certificate: leaf, ca_bundle: first + second }],
    [
      "with Windows line ends",
      { certificate: leaf.replaceAll("\n", "\r\n"), ca_bundle: (first + second).replaceAll("\n", "\r\n") },
    ],
    ["all in one text", { certificate: leaf + first + second, ca_bundle: "" }],
  ])("is taken %s", (_how, texts) => {
    expect(toCollected({ issue: 1, ...texts }, 1)).toEqual({ generation: 1, leaf, intermediates: [first, second] });
  });

  it("that is cut off, or of another generation, makes no sense", () => {
    expect(() => toCollected({ issue: 1, certificate: leaf.slice(0, 30), ca_bundle: "" }, 1)).toThrow(Meaningless);
    expect(() => toCollected({ issue: 1, certificate: leaf, ca_bundle: "" }, 2)).toThrow(Meaningless);
  });
});

describe("a wish", () => {
  it("knows the vendor's word for each of its four methods and for no other", () => {
    const words = METHODS.map((method) =>
      fromChoice(method === "email" ? { method, address: "a@b.example" } : { method }),
    );
    expect(words).toEqual([
      { method: "TXT" },
      { method: "CNAME" },
      { method: "HTTP_FILE" },
      { method: "EMAIL", mailbox: "a@b.example" },
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("names an organisation the vendor's way", () => {
    const address = { street: "1 High Street", city: "York", region: "Yorkshire", postcode: "YO1 7HH" };
    const rest = { ...address, country: "GB", phone: "+441904000000" };
    expect(fromOrganisation({ ...rest, name: "Example Ltd", registrationNumber: "0123" })).toEqual({
      ...rest,
      legal_name: "Example Ltd",
      registration_number: "0123",
    });
    expect(fromOrganisation({ ...rest, name: "Example Ltd" })).not.toHaveProperty("registration_number");
  });
});

import { splitPem } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import type { Fault, SpoilingFault } from "../faults.ts";
import { TODAY, issueFor } from "../test/found-authority.ts";
import { serveFounded, wireOrderFor } from "../test/serve-founded.ts";

const spoiled = async (fault: Fault, path = "/v1/balance") => {
  const subject = await serveFounded();
  subject.authority.controls.inject({ fault });
  return subject.ask("GET", path);
};

const delivered = async (kind: SpoilingFault["kind"] | "wrong-certificate") => {
  const subject = await serveFounded();
  const { order } = await issueFor(subject, { names: ["example.com"] });
  const path = `/v1/orders/${order.ref}/certificates/1`;
  const whole = (await subject.ask("GET", path)).json as { certificate: string; ca_bundle: string };
  subject.authority.controls.inject({ fault: { kind } });
  const bad = (await subject.ask("GET", path)).json as { certificate: string; ca_bundle: string };
  return { whole, bad };
};

describe("a planned fault", () => {
  it("spoils one request and no more, and only one that it fits", async () => {
    const { ask, authority } = await serveFounded();
    authority.controls.inject({ fault: { kind: "status", status: 503 }, method: "GET", path: "/balance" });
    expect((await ask("GET", "/v1/products")).status).toBe(200);
    expect((await ask("GET", "/v1/balance")).status).toBe(503);
    expect((await ask("GET", "/v1/balance")).status).toBe(200);
  });

  it("can stand in place of the answer", async () => {
    expect(await spoiled({ kind: "html" })).toMatchObject({ status: 200, text: expect.stringContaining("<!doctype") });
    expect(await spoiled({ kind: "empty" })).toMatchObject({ status: 204, text: "" });
    expect(await spoiled({ kind: "error-in-200" })).toMatchObject({ status: 200, json: { error: expect.anything() } });
    expect((await spoiled({ kind: "half-json" })).json).toBeUndefined();
  });

  it("can ask for patience in seconds or with a date", async () => {
    const seconds = await spoiled({ kind: "rate-limited", seconds: 30 });
    expect(seconds).toMatchObject({ status: 429 });
    expect(seconds.headers.get("retry-after")).toBe("30");
    const date = await spoiled({ kind: "rate-limited", seconds: 30, as: "date" });
    expect(Date.parse(date.headers.get("retry-after") ?? "")).toBe(TODAY + 30_000);
  });

  it("can lose the answer after the order was booked", async () => {
    const { ask, authority, counter } = await serveFounded();
    authority.controls.inject({ fault: { kind: "answer-lost" }, method: "POST" });
    const body = await wireOrderFor("example.com");
    await expect(ask("POST", "/v1/orders", { body, key: "1" })).rejects.toThrow();
    expect(counter.find("1")).toBeDefined();
    expect((await ask("POST", "/v1/orders", { body, key: "1" })).status).toBe(201);
    expect(authority.controls.entries()).toHaveLength(1);
  });

  it("can spoil a certificate on its way", async () => {
    expect(splitPem((await delivered("truncated-pem")).bad.certificate)).toEqual([]);
    expect((await delivered("crlf-pem")).bad.certificate).toContain("-----\r\nM");
    const turned = await delivered("wrong-order");
    expect(splitPem(turned.bad.ca_bundle)).toEqual(splitPem(turned.whole.ca_bundle).toReversed());
    const doubled = await delivered("duplicate-intermediate");
    expect(splitPem(doubled.bad.ca_bundle)).toEqual([
      ...splitPem(doubled.whole.ca_bundle),
      splitPem(doubled.whole.ca_bundle)[0],
    ]);
    const wrong = await delivered("wrong-certificate");
    expect(splitPem(wrong.bad.certificate)).toHaveLength(1);
    expect(wrong.bad.certificate).not.toBe(wrong.whole.certificate);
  });

  it("can show an issued order as one in progress", async () => {
    const subject = await serveFounded();
    const { order } = await issueFor(subject, { names: ["example.com"] });
    subject.authority.controls.inject({ fault: { kind: "status-regress" } });
    expect((await subject.ask("GET", `/v1/orders/${order.ref}`)).json).toMatchObject({ status: "in_progress" });
    expect((await subject.ask("GET", `/v1/orders/${order.ref}`)).json).toMatchObject({ status: "active" });
  });
});

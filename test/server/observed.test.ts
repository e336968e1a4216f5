import { afterEach, beforeEach, expect, test } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ flies: false });
});
afterEach(async () => stage[Symbol.asyncDispose]());

test("whoever runs it can ask whether it lives, whether it is ready, and how it does", async () => {
  const visitor = stage.visitor();
  expect(await visitor.get("/healthz")).toMatchObject({ status: 200, html: "ok\n" });
  expect(await visitor.get("/readyz")).toMatchObject({ status: 200, html: "ready\n" });
  await visitor.get("/sites");
  const { html } = await visitor.get("/metrics");
  expect(html).toContain('hostseal_http_requests_total{method="GET",status="401"} 1');
  expect(html).toMatch(/hostseal_overdue_seconds 0\n/);
});

test("every request has a number that the log and the person share, and the log no query", async () => {
  const page = await stage.visitor().get("/nowhere?secret=planted-canary");
  const id = page.headers.get("x-request-id") ?? "";
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(stage.log.some((line) => line.includes(id) && line.includes('"path":"/nowhere"'))).toBe(true);
  expect(stage.log.join("\n")).not.toContain("planted-canary");
});

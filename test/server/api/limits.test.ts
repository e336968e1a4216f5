import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { type Answered, asking, programOf } from "./program.ts";

const FORGED = `hsk_${"0".repeat(12)}_${"A".repeat(43)}`;

const left = ({ headers }: Answered): number => Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);

describe("how often a program may ask", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  it("is told with every answer", async () => {
    const program = await programOf(stage);
    const [first, second] = [await program.get("/orders"), await program.get("/orders")];
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=600;w=60');
    expect(left(second)).toBe(left(first) - 1);
  });

  it("is little for whoever guesses keys, and does not keep out a program with a good one", async () => {
    const program = await programOf(stage);
    const { get } = asking(stage.origin, FORGED);
    let answered = await get("/orders");
    for (let tries = 0; tries < 60 && answered.status === 401; tries += 1) answered = await get("/orders");
    expect(answered).toMatchObject({ status: 429, body: { code: "request.too-many" } });
    expect(Number(answered.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await program.get("/orders")).status).toBe(200);
  });
});

import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { asking } from "./program.ts";

type Described = { readonly operationId: string; readonly security: unknown; readonly responses: object };
type Description = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};

describe("the API's description", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const read = async (): Promise<Description> =>
    (await asking(stage.origin, "").get("/openapi.json")).body as unknown as Description;

  it("is OpenAPI 3.1 without a fault, for everybody", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await read());
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect((await read()).openapi).toBe("3.1.0");
  });

  it("names every operation once, each with a key and its problems", async () => {
    const all = Object.values((await read()).paths).flatMap((methods) => Object.values(methods));
    const ids = all.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { security, responses } of all) {
      expect(security).toEqual([{ key: [] }]);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["401", "403", "429"]));
    }
  });

  it("explains every code that a problem can have", async () => {
    const { get } = asking(stage.origin, "");
    expect(await get("/problems/order.refused")).toMatchObject({ status: 200, body: { code: "order.refused" } });
    expect(await get("/problems/constructor")).toMatchObject({ status: 404, body: { code: "request.unknown" } });
  });
});

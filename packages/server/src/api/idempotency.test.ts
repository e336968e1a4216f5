import { fromIso, HOUR, MINUTE } from "@hostseal/rules";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryDocuments } from "../partner/memory-documents.ts";
import { chanceOf, createIdempotency, type Idempotency } from "./idempotency.ts";

const INTENTION = { key: "key", request: "digest" };

describe("one intention", () => {
  let now = fromIso("2026-11-22");
  let idempotency: Idempotency;
  let works = 0;
  const work = async () => {
    works += 1;
    return { status: 202, body: { works } };
  };
  beforeEach(() => {
    works = 0;
    now = fromIso("2026-11-22");
    const clock = { now: () => now, until: async () => undefined };
    idempotency = createIdempotency({ documents: createMemoryDocuments(), clock });
  });

  it("is carried out once, and answered the same ever after", async () => {
    const first = await idempotency.once("program", INTENTION, work);
    now += 23 * HOUR;
    const second = await idempotency.once("program", INTENTION, work);
    expect(first).toEqual({ answer: { status: 202, body: { works: 1 } }, isReplay: false });
    expect(second).toEqual({ answer: { status: 202, body: { works: 1 } }, isReplay: true });
  });

  it("is another one from another program", async () => {
    await idempotency.once("program", INTENTION, work);
    expect((await idempotency.once("other", INTENTION, work)).isReplay).toBe(false);
  });

  it("cannot lend its key to another request", async () => {
    await idempotency.once("program", INTENTION, work);
    const other = idempotency.once("program", { ...INTENTION, request: "other" }, work);
    await expect(other).rejects.toMatchObject({ code: "idempotency.key-reused" });
  });

  it("is not begun again while it is under way, and is when it was lost", async () => {
    const never = new Promise<never>(() => undefined);
    void idempotency.once("program", INTENTION, () => never);
    await Promise.resolve();
    await expect(idempotency.once("program", INTENTION, work)).rejects.toMatchObject({ code: "idempotency.under-way" });
    now += 2 * MINUTE;
    expect((await idempotency.once("program", INTENTION, work)).isReplay).toBe(false);
  });

  it("leaves its key free when nothing came of it", async () => {
    const failed = idempotency.once("program", INTENTION, () => Promise.reject(new TypeError("no")));
    await expect(failed).rejects.toThrow("no");
    expect((await idempotency.once("program", INTENTION, work)).isReplay).toBe(false);
  });

  it("makes the same ids however often it is begun, and others than any other", () => {
    const bytes = chanceOf("program", "key").bytes(10);
    expect(chanceOf("program", "key").bytes(10)).toEqual(bytes);
    expect(chanceOf("program", "other").bytes(10)).not.toEqual(bytes);
    expect(chanceOf("other", "key").bytes(10)).not.toEqual(bytes);
  });
});

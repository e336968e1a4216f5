import { describe, expect, it } from "vitest";
import { createSmallWeb } from "../test/small-web.ts";
import { corroborate } from "./corroborate.ts";
import type { Look } from "./look-for-proof.ts";

const MISSING: Look = { kind: "missing", problem: "not-found", sight: { expected: "a", actual: "nothing" } };

/** Looks from home and from as many places as there are answers. */
const lookedAtFrom = (home: boolean, ...others: readonly boolean[]): Promise<Look> => {
  const own = createSmallWeb().probe;
  const perspectives = others.map((_, index) => ({ name: `place ${index + 1}`, probe: createSmallWeb().probe }));
  return corroborate({ own, perspectives }, async (eye) => {
    const index = perspectives.findIndex(({ probe }) => probe === eye);
    return (eye === own ? home : others[index]) ? { kind: "found" } : MISSING;
  });
};

describe("corroboration", () => {
  it("lets the own look decide where there are no other places", async () => {
    expect(await lookedAtFrom(true)).toEqual({ kind: "found" });
    expect(await lookedAtFrom(false)).toEqual(MISSING);
  });

  it("tells what the own look missed, whatever others see", async () => {
    expect(await lookedAtFrom(false, true, true, true)).toEqual(MISSING);
  });

  it.each([
    [1, 0],
    [2, 1],
    [5, 1],
    [6, 2],
  ])("with %i other places lets %i disagree and no more", async (places, allowed) => {
    const seenBy = (dissenters: number): boolean[] => Array.from({ length: places }, (_, index) => index >= dissenters);
    expect(await lookedAtFrom(true, ...seenBy(allowed))).toEqual({ kind: "found" });
    expect(await lookedAtFrom(true, ...seenBy(allowed + 1))).toMatchObject({
      problem: "perspectives-disagree",
      sight: { actual: expect.stringContaining("place 1: not-found") },
    });
  });
});

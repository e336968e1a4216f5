import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWaves, planWaves } from "./plan-waves.ts";

const wavesOf = (text: string, size: number): readonly number[] => {
  const parsed = parseWaves(text);
  if (parsed.kind === "malformed") throw new TypeError(parsed.because);
  const hosts = Array.from({ length: size }, (_, index) => index);
  return planWaves(hosts, parsed.sizes).map((wave) => wave.length);
};

describe("waves", () => {
  test("are sizes in their order, the last one being the rest", () => {
    expect(wavesOf("1,5,25%", 40)).toEqual([1, 5, 10, 24]);
    expect(wavesOf("100%", 3)).toEqual([3]);
    expect(wavesOf("1,5,25%", 3)).toEqual([1, 2]);
    expect(wavesOf("1%", 20)).toEqual([1, 19]);
  });

  test("hold every host once and in order, however they are cut", () => {
    const size = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map(String),
      fc.integer({ min: 1, max: 100 }).map((percent) => `${percent}%`),
    );
    const property = fc.property(
      fc.array(size, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 80 }),
      (sizes, count) => {
        const parsed = parseWaves(sizes.join(","));
        const hosts = Array.from({ length: count }, (_, index) => index);
        const waves = parsed.kind === "waves" ? planWaves(hosts, parsed.sizes) : [];
        expect(waves.flat()).toEqual(hosts);
        expect(waves.every((wave) => wave.length > 0)).toBe(true);
      },
    );
    fc.assert(property);
  });

  test.each(["", "0", "1,,5", "5.5", "-1", "120%", "0%", "one", "1;5"])("are not read from %j", (text) => {
    expect(parseWaves(text)).toMatchObject({ kind: "malformed" });
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "./locales/en.ts";

const SOURCE = fileURLToPath(new URL("..", import.meta.url));

const isSource = (file: string): boolean =>
  /\.(?:ts|ejs)$/.test(file) && !/\.test\.ts$|\.fixture\.ts$/.test(file) && !file.includes(join("words", "locales"));

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(isSource);
const textOf = (file: string): string => readFileSync(join(SOURCE, file), "utf8");
const source = files.map(textOf).join("\n");

const found = (pattern: RegExp, text: string): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, what = ""]) => what)),
];

const whole = new Set(found(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/g, source));
/** Of keys that are put together: "event." + kind, `event.${kind}`. They hold at least one dot. */
const beginnings = [
  ...found(/"([a-z][\w-]*\.[\w.-]*)" \+/g, source),
  ...found(/`([a-z][\w-]*\.[\w.-]*)\$\{/g, source),
].filter((beginning) => Object.keys(en).some((key) => key.startsWith(beginning)));

describe("the texts of the pages", () => {
  test("are all used", () => {
    const unused = Object.keys(en).filter(
      (key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test.each(files.filter((file) => file.endsWith(".ejs")))("exist, whichever %s asks for", (file) => {
    const text = textOf(file);
    for (const key of found(/\bt\("([^"]+)"\s*[,)]/g, text)) expect(Object.keys(en)).toContain(key);
    for (const beginning of found(/\bt\("([^"]+)" \+/g, text))
      expect([beginning, Object.keys(en).some((key) => key.startsWith(beginning))]).toEqual([beginning, true]);
  });
});

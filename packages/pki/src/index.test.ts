import { expect, test } from "vitest";
import { run } from "../test/openssl.ts";

const HEAVY: ReadonlySet<string> = new Set([
  "@peculiar/x509",
  "reflect-metadata",
  "pkijs",
  "node-forge",
  "@zip.js/zip.js",
]);

test("loads none of the heavy libraries until they are needed", async () => {
  const script = `
    import { registerHooks } from "node:module";
    const seen = [];
    registerHooks({ resolve(specifier, context, next) { seen.push(specifier); return next(specifier, context); } });
    await import(${JSON.stringify(new URL("index.ts", import.meta.url).href)});
    console.log(JSON.stringify(seen));
  `;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
  const seen = JSON.parse(stdout.toString()) as string[];
  expect(seen).toContain("asn1js");
  expect(seen.filter((specifier) => HEAVY.has(specifier))).toEqual([]);
});

import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import { withDouble, withPlugin } from "./enter-panel.ts";
import { planPanel } from "./plan-panel.ts";

test("a new panel has its four files to fill in, its double and its contract, and all of it can be read", async () => {
  const files = await planPanel("acme");
  const paths = files.map(({ path }) => path);
  for (const part of ["manifest", "wire", "translate", "acme-host"])
    expect(paths).toContain(`plugins/acme/src/${part}.ts`);
  expect(paths).toContain("test/contracts/acme.test.ts");
  for (const { path, text } of files) {
    expect(text).not.toMatch(/\{\{|\}\}/);
    if (path.endsWith(".ts")) expect(() => stripTypeScriptTypes(text)).not.toThrow();
    else expect(JSON.parse(text)).toMatchObject({ name: "@hostseal/acme" });
  }
});

test.each(["", "Acme", "acme-panel", "../acme", "a"])("%j is no name for a panel", async (name) => {
  await expect(planPanel(name)).rejects.toThrow(TypeError);
});

test("it is entered in the manifests that have to know it, in order", () => {
  expect(JSON.parse(withDouble('{"exports":{"./b":"./b/index.ts"}}', "a"))).toEqual({
    exports: { "./a": "./a/index.ts", "./b": "./b/index.ts" },
  });
  expect(withPlugin('{"name":"x","dependencies":{"zod":"1.0.0"}}', "acme")).toBe(
    '{\n  "name": "x",\n  "dependencies": {\n    "@hostseal/acme": "workspace:*",\n    "zod": "1.0.0"\n  }\n}\n',
  );
});

import { expect, test } from "vitest";
import { adaptersStandAlone } from "./adapters-stand-alone.ts";

const issuers = [
  { path: "packages/issuers/package.json", text: '{"name":"@hostseal/issuers"}' },
  { path: "packages/issuers/src/one/manifest.ts", text: "export const manifest = {};" },
  { path: "packages/issuers/src/two/manifest.ts", text: "export const manifest = {};" },
];
const file = (text: string) => ({ path: "packages/issuers/src/one/issuer.ts", text });

test("says when one adapter imports from another", () => {
  expect(adaptersStandAlone.find([...issuers, file('import { wire } from "../two/wire.ts";')])).toEqual([
    "packages/issuers/src/one/issuer.ts:1: packages/issuers/src/one imports from packages/issuers/src/two. What both need belongs beside them, not in one of them.",
  ]);
});

test("is content with what lies in the same folder or beside all adapters", () => {
  const text = 'import { manifest } from "./manifest.ts";\nimport { get } from "../http/get.ts";\n';
  expect(adaptersStandAlone.find([...issuers, file(text)])).toEqual([]);
});

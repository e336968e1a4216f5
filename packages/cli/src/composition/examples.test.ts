import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { configSchema } from "./config-schema.ts";

test("the example configuration is one", async () => {
  const text = await readFile(new URL("../../../../docs/examples/hostseal.json", import.meta.url), "utf8");
  expect(configSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
});

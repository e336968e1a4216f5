import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadConfig } from "./load-config.ts";

const good = {
  partner: "acme",
  customer: "acme",
  contactEmails: ["certificates@example.com"],
  probe: { resolvers: ["9.9.9.9", "[::1]:5353"], ports: { 80: 8080 } },
  roots: "platform",
  issuers: { sandbox: { driver: "sandbox", url: "http://127.0.0.1:1", credential: { file: "key" } } },
  hosts: { panel: { driver: "demo", url: "http://127.0.0.1:2", account: "me", credential: { environment: "KEY" } } },
  mailer: { driver: "folder" },
};

const load = async (content: string) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, "hostseal.json"), content);
  return await loadConfig(folder.path);
};

describe("the configuration", () => {
  test("is read with its endpoints, and runs on the machine's clock unless told", async () => {
    expect(await load(JSON.stringify(good))).toMatchObject({
      clock: { kind: "system" },
      probe: {
        resolvers: [
          { address: "9.9.9.9", port: 53 },
          { address: "::1", port: 5353 },
        ],
      },
    });
  });

  test("names every problem at once", async () => {
    const bad = {
      ...good,
      partner: "",
      probe: { resolvers: ["dns.example"] },
      mailer: { driver: "pigeon" },
      colour: 1,
    };
    const loading = load(JSON.stringify(bad));
    await expect(loading).rejects.toMatchObject({ code: "config.invalid" });
    await expect(loading).rejects.toThrow(/partner: .*; probe\.resolvers\.0: .*; mailer.*: .*colour/);
  });

  test("guesses nothing that is missing", async () => {
    await expect(load("{}")).rejects.toThrow(
      /partner: .*customer: .*contactEmails: .*probe: .*roots: .*issuers: .*hosts: .*mailer: /,
    );
  });

  test("needs at least one issuer", async () => {
    await expect(load(JSON.stringify({ ...good, issuers: {} }))).rejects.toThrow(/issuers: name at least one/);
  });

  test("takes no credential that stands in it", async () => {
    const issuers = { sandbox: { ...good.issuers.sandbox, credential: "plain" } };
    await expect(load(JSON.stringify({ ...good, issuers }))).rejects.toThrow(/issuers\.sandbox\.credential: write/);
  });

  test("says that a file is no JSON, or not there", async () => {
    await expect(load("{")).rejects.toThrow(/it is not JSON/);
    await using folder = await temporaryFolder();
    await expect(loadConfig(folder.path)).rejects.toMatchObject({ code: "config.missing" });
  });
});

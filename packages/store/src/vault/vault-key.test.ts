import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeDataFolder } from "../../test/temp-data-folder.ts";
import { diskFiles } from "../disk/disk-files.ts";
import { ensureVaultKey, readVaultKey } from "./vault-key.ts";

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

it("is one key, though many starts make it at once", async () => {
  const place = { files: diskFiles, keyFile: join(await makeDataFolder(), "keys", "vault.key") };
  const start = async (): Promise<string> => {
    await ensureVaultKey(place, random);
    return Buffer.from(await readVaultKey(place)).toString("hex");
  };
  const keys = await Promise.all(Array.from({ length: 8 }, start));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toHaveLength(64);
  expect(await diskFiles.list(join(place.keyFile, ".."))).toEqual(["vault.key"]);
});

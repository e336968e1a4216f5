import { chmod, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { systemRandom } from "../system-random.ts";
import { linkKeyOf } from "./link-key.ts";

type Around = Parameters<typeof linkKeyOf>[0];

const around = (home: string): Around => ({ home, random: systemRandom }) as Partial<Around> as Around;

describe("the key that signs shared links", () => {
  test("is made once, for its owner alone, and stays", async () => {
    await using folder = await temporaryFolder();
    const key = await linkKeyOf(around(folder.path));
    expect(Buffer.from(key.reveal(), "base64url")).toHaveLength(32);
    expect((await linkKeyOf(around(folder.path))).reveal()).toBe(key.reveal());
    expect((await stat(join(folder.path, "links.key"))).mode & 0o777).toBe(0o600);
  });

  test("is not taken from a file that others can read", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "links.key"), "key");
    await chmod(join(folder.path, "links.key"), 0o644);
    await expect(linkKeyOf(around(folder.path))).rejects.toMatchObject({ code: "config.invalid" });
  });
});

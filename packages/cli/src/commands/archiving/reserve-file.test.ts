import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { reserveFile } from "./reserve-file.ts";

const content = new TextEncoder().encode("sealed");

describe("a file whose place is taken first", () => {
  test("holds the content for its owner alone, and nothing else is left", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "key.zip");
    {
      await using file = await reserveFile(path);
      expect(await readdir(folder.path)).toEqual(["key.zip.part"]);
      await file.deliver(content);
    }
    expect(await readFile(path, "utf8")).toBe("sealed");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder.path)).toEqual(["key.zip"]);
  });

  test("leaves nothing when nothing is delivered", async () => {
    await using folder = await temporaryFolder();
    {
      await using _unused = await reserveFile(join(folder.path, "key.zip"));
    }
    expect(await readdir(folder.path)).toEqual([]);
  });

  test("never replaces a file, not even one that appears meanwhile", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "key.zip");
    await using file = await reserveFile(path);
    await writeFile(path, "somebody else's");
    await expect(file.deliver(content)).rejects.toThrow(/EEXIST/);
    expect(await readFile(path, "utf8")).toBe("somebody else's");
    await expect(reserveFile(path)).rejects.toThrow(/exists already/);
  });

  test.each([
    ["a folder that is not there", "no/key.zip", /its folder does not exist/],
    ["a folder that is a file", "file/key.zip", /its folder is a file/],
    ["a name that is a folder", "folder", /exists already/],
  ])("refuses %s", async (_what, name, because) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "file"), "");
    await mkdir(join(folder.path, "folder"));
    await expect(reserveFile(join(folder.path, name))).rejects.toThrow(because);
  });
});

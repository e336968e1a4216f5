import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFailure } from "@hostseal/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemoHome } from "./demo-home.ts";

describe("the data folder of a demo", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostseal-demo-home-"));
    await writeFile(join(folder, "file"), "something");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("is made with the folders above it, and stays", async () => {
    const home = await openDemoHome(join(folder, "one", "two"));
    await home[Symbol.asyncDispose]();
    expect((await stat(home.path)).isDirectory()).toBe(true);
  });

  test("goes with the demo when nobody named it", async () => {
    const home = await openDemoHome(undefined);
    await home[Symbol.asyncDispose]();
    await expect(stat(home.path)).rejects.toThrow("ENOENT");
  });

  test.each([
    ["that is not empty", ""],
    ["that is a file", "file"],
    ["below a file", "file/below"],
  ])("is refused in one sentence %s", async (_case, path) => {
    await expect(openDemoHome(join(folder, path))).rejects.toSatisfy((thrown) => isFailure(thrown, "input.option"));
  });

  test("is refused where no folder can be made, at once", async () => {
    await expect(openDemoHome("/proc/hostseal/deeper")).rejects.toSatisfy((thrown) =>
      isFailure(thrown, "input.option"),
    );
  });
});

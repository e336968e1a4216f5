import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { readEnvironment } from "./environment.ts";
import { createJsonLog } from "./json-log.ts";
import { readCredential } from "./read-credential.ts";
import { createSystemClock } from "./system-clock.ts";
import { systemRandom } from "./system-random.ts";

const clock = createSystemClock();
const around = (home: string) => ({
  home,
  environment: readEnvironment({ API_KEY: "from outside" }),
  clock,
  random: systemRandom,
  log: createJsonLog({ clock, write: () => undefined, from: "failure" }),
});

describe("a credential", () => {
  test("is read from its file, without the line end", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "key"), "hush\n", { mode: 0o600 });
    expect((await readCredential({ file: "key" }, around(folder.path))).reveal()).toBe("hush");
  });

  test("is refused when others can read its file, and is not told", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "key"), "hush");
    await chmod(join(folder.path, "key"), 0o640);
    const reading = readCredential({ file: "key" }, around(folder.path));
    await expect(reading).rejects.toThrow(/others can read this credential; give it mode 0600/);
    await expect(reading).rejects.not.toThrow(/hush/);
  });

  test("is read from a variable, which must be set", async () => {
    await using folder = await temporaryFolder();
    expect((await readCredential({ environment: "API_KEY" }, around(folder.path))).reveal()).toBe("from outside");
    await expect(readCredential({ environment: "OTHER" }, around(folder.path))).rejects.toThrow(/OTHER is not set/);
  });
});

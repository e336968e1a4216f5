import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { isFailure } from "@hostseal/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeDataFolder } from "../../test/temp-data-folder.ts";
import { diskFiles } from "../disk/disk-files.ts";
import { takeWriterLock } from "./writer-lock.ts";

const take = async (folder: string, platform: NodeJS.Platform) => {
  const lock = await takeWriterLock(diskFiles, folder, platform);
  onTestFinished(async () => lock.release());
  return lock;
};

const refusalOf = async (folder: string, platform: NodeJS.Platform): Promise<string> => {
  const thrown = await takeWriterLock(diskFiles, folder, platform).catch((error: unknown) => error);
  if (!isFailure(thrown, "store.locked")) throw new TypeError("this was to be refused", { cause: thrown });
  return thrown.message;
};

/** The number of a process that has ended. */
const deadProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
};

/** Abstract sockets are Linux's; the lock file works everywhere. */
const platforms = (["linux", "darwin"] as const).filter(
  (platform) => platform !== "linux" || process.platform === "linux",
);

describe.each(platforms)("the writer lock on %s", (platform) => {
  it("is given to one at a time, and names the holder", async () => {
    const folder = await makeDataFolder();
    const lock = await take(folder, platform);
    expect(await refusalOf(folder, platform)).toContain(`another process (number ${process.pid})`);
    await lock.release();
    await take(folder, platform);
    expect(await readFile(join(folder, "writer.lock"), "utf8")).toBe(`${process.pid}\n`);
  });

  it("is the same by another way to the same folder, and another for another folder", async () => {
    const [folder, other] = [await makeDataFolder(), await makeDataFolder()];
    await symlink(folder, join(other, "link"));
    await take(folder, platform);
    expect(await refusalOf(join(other, "link"), platform)).toContain(folder);
    await take(other, platform);
  });

  it("is taken over from a process that is gone", async () => {
    const folder = await makeDataFolder();
    await writeFile(join(folder, "writer.lock"), `${await deadProcess()}\n`);
    await take(folder, platform);
    expect(await readFile(join(folder, "writer.lock"), "utf8")).toBe(`${process.pid}\n`);
  });

  it("does not mind a lock file without a number in it", async () => {
    const folder = await makeDataFolder();
    await writeFile(join(folder, "writer.lock"), "?");
    await take(folder, platform);
  });
});

it.each(platforms.filter((platform) => platform === "linux"))(
  "on %s does not talk to those who knock",
  async (linux) => {
    const folder = await makeDataFolder();
    await take(folder, linux);
    const name = createHash("sha256").update(folder).digest("hex");
    const stranger = connect(`\0hostseal-${name}`);
    stranger.resume();
    await once(stranger, "close");
  },
);

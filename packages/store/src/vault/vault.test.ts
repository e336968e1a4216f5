import { randomBytes } from "node:crypto";
import { chmod, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import type { SealedEntry } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { createFaultyFiles } from "../../test/faulty-files.ts";
import { makeDataFolder } from "../../test/temp-data-folder.ts";
import { diskFiles } from "../disk/disk-files.ts";
import { createVault } from "./vault.ts";

const TEXT = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

const entryOf = (changes: Partial<SealedEntry> = {}): SealedEntry => ({
  order: asId("order-1"),
  label: "key of enrolment 1",
  secret: new Secret(TEXT),
  expiresAt: 2000,
  ...changes,
});

const openWorld = async () => {
  const folder = await makeDataFolder();
  const keyFile = join(folder, "vault.key");
  let now = 1000;
  const clock = { now: () => now };
  return {
    folder,
    keyFile,
    passTime: (milliseconds: number) => {
      now += milliseconds;
    },
    /** The vault as a new start would open it. */
    start: (files = diskFiles) => createVault({ folder, keyFile, random, clock, files }),
  };
};

const entriesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, "vault"))).filter((name) => name !== "temp");

const unreadableBecause = async (attempt: Promise<unknown>): Promise<string> => {
  const thrown = await attempt.catch((error: unknown) => error);
  if (!isFailure(thrown, "vault.unreadable")) throw new TypeError("this was to be unreadable", { cause: thrown });
  expect(inspect(thrown, { depth: 9 })).not.toContain("c2VjcmV0");
  return String(thrown.parameters["because"]);
};

describe("the vault", () => {
  it("gives back what was sealed, also after a restart", async () => {
    const { start } = await openWorld();
    const vault = start();
    const ref = await vault.seal(entryOf());
    expect((await vault.open(ref))?.reveal()).toBe(TEXT);
    expect((await start().open(ref))?.reveal()).toBe(TEXT);
  });

  it("has nothing readable at rest", async () => {
    const { start, folder } = await openWorld();
    await start().seal(entryOf());
    const [name = ""] = await entriesIn(folder);
    expect(name).toMatch(/^sec_[0-9a-f]{32}\.json$/);
    const text = await readFile(join(folder, "vault", name), "utf8");
    for (const part of ["order-1", "enrolment", "c2VjcmV0", Buffer.from(TEXT).toString("base64")]) {
      expect(text).not.toContain(part);
    }
  });

  it("seals the same secret differently each time", async () => {
    const { start, folder } = await openWorld();
    const vault = start();
    const texts = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      texts.add(await readFile(join(folder, "vault", `${await vault.seal(entryOf())}.json`), "utf8"));
    }
    expect(texts.size).toBe(3);
  });

  it("replaces what has the same order and label, and nothing else", async () => {
    const { start } = await openWorld();
    const vault = start();
    const first = await vault.seal(entryOf());
    const other = await vault.seal(entryOf({ label: "key of enrolment 2", secret: new Secret("other") }));
    expect(await vault.seal(entryOf({ secret: new Secret("newer") }))).toBe(first);
    expect((await vault.open(first))?.reveal()).toBe("newer");
    expect((await vault.open(other))?.reveal()).toBe("other");
  });

  it("destroys for good, and again without complaint", async () => {
    const { start, folder } = await openWorld();
    const vault = start();
    const ref = await vault.seal(entryOf());
    await vault.seal(entryOf({ secret: new Secret("newer") }));
    await vault.destroy(ref);
    await vault.destroy(ref);
    expect(await vault.open(ref)).toBeUndefined();
    expect(await entriesIn(folder)).toEqual([]);
    expect(await readdir(join(folder, "vault", "temp"))).toEqual([]);
  });

  it("lets nothing be opened from its expiry on, and takes it off the disk with the next call", async () => {
    const { start, folder, passTime } = await openWorld();
    const vault = start();
    const ref = await vault.seal(entryOf());
    passTime(999);
    expect((await vault.open(ref))?.reveal()).toBe(TEXT);
    passTime(1);
    expect(await vault.open(asId("sec_unknown"))).toBeUndefined();
    expect(await entriesIn(folder)).toEqual([]);
    expect(await vault.open(ref)).toBeUndefined();
  });

  it("takes expired secrets of an earlier run off the disk", async () => {
    const { start, folder, passTime } = await openWorld();
    await start().seal(entryOf());
    passTime(5000);
    await start().open(asId("sec_unknown"));
    expect(await entriesIn(folder)).toEqual([]);
  });
});

describe("a seal", () => {
  const damages = {
    "another reference": (text: string) => text,
    "a later expiry": (text: string) => text.replace('"expiresAt":2000', '"expiresAt":9000'),
    "a changed byte": (text: string) =>
      text.replace(/"sealed":"(.)/, (_, first) => `"sealed":"${first === "A" ? "B" : "A"}`),
    "nothing sealed": (text: string) => text.replace(/"sealed":".*"/, '"sealed":""'),
    "a text cut off": (text: string) => text.slice(0, 100),
    "no JSON": () => "garbage",
  };

  it.each(Object.entries(damages))("does not open with %s", async (title, damage) => {
    const { start, folder } = await openWorld();
    const vault = start();
    const ref = await vault.seal(entryOf());
    const target = title === "another reference" ? asId<typeof ref>("sec_other") : ref;
    const text = await readFile(join(folder, "vault", `${ref}.json`), "utf8");
    await writeFile(join(folder, "vault", `${target}.json`), damage(text));
    await unreadableBecause(vault.open(target));
  });

  it("does not open with another key file", async () => {
    const { start, keyFile } = await openWorld();
    const ref = await start().seal(entryOf());
    await writeFile(keyFile, randomBytes(32).toString("base64"));
    expect(await unreadableBecause(start().open(ref))).toContain("another key file");
  });
});

describe("the key file", () => {
  it("is made at the first use, for its owner only, and stays", async () => {
    const { start, keyFile, folder } = await openWorld();
    const ref = await start().seal(entryOf());
    const key = await readFile(keyFile);
    await start().seal(entryOf({ label: "another" }));
    expect(await readFile(keyFile)).toEqual(key);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).toSorted()).toEqual(["vault", "vault.key"]);
    expect((await start().open(ref))?.reveal()).toBe(TEXT);
  });

  it.each([0o640, 0o604, 0o660])("is refused with mode %o", async (mode) => {
    const { start, keyFile } = await openWorld();
    const ref = await start().seal(entryOf());
    await chmod(keyFile, mode);
    expect(await unreadableBecause(start().open(ref))).toContain(`(mode ${mode.toString(8)}, not 600)`);
    await chmod(keyFile, 0o600);
    expect((await start().open(ref))?.reveal()).toBe(TEXT);
  });

  it("is missed, not made anew, as long as something is sealed under it", async () => {
    const { start, keyFile } = await openWorld();
    const vault = start();
    const ref = await vault.seal(entryOf());
    const key = await readFile(keyFile);
    await rm(keyFile);
    const later = start();
    expect(await unreadableBecause(later.open(ref))).toContain("is missing");
    expect(await unreadableBecause(later.seal(entryOf({ label: "another" })))).toContain("is missing");
    await writeFile(keyFile, key, { mode: 0o600 });
    expect((await later.open(ref))?.reveal()).toBe(TEXT);
  });

  it("is not needed to destroy", async () => {
    const { start, keyFile, folder } = await openWorld();
    const ref = await start().seal(entryOf());
    await rm(keyFile);
    await start().destroy(ref);
    expect(await entriesIn(folder)).toEqual([]);
  });

  it("is refused when it holds something else", async () => {
    const { start, keyFile } = await openWorld();
    await writeFile(keyFile, "short", { mode: 0o600 });
    expect(await unreadableBecause(start().seal(entryOf()))).toContain("does not hold a key");
  });
});

it.each(["create", "write", "sync", "link", "rename", "syncFolder"] as const)(
  "keeps the secret that was sealed when the disk fails at %s",
  async (step) => {
    const { start, folder } = await openWorld();
    const faulty = createFaultyFiles(diskFiles);
    const vault = start(faulty.files);
    const ref = await vault.seal(entryOf());
    faulty.arm({ step, code: "ENOSPC", lasting: false });
    const thrown = await vault.seal(entryOf({ secret: new Secret("newer") })).catch((error: unknown) => error);
    expect(isFailure(thrown, "store.full")).toBe(true);
    expect((await start().open(ref))?.reveal()).toBe(TEXT);
    expect(await entriesIn(folder)).toEqual([`${ref}.json`]);
  },
);

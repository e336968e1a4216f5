import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskFiles } from "../disk/disk-files.ts";
import { createEmbeddedDocuments } from "./documents.ts";

const countIn = (present: unknown): number => (present as { readonly count: number } | undefined)?.count ?? 0;
const increment = (present: unknown) => ({ document: { count: countIn(present) + 1 }, result: countIn(present) + 1 });

describe("small documents on disk", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "documents-"));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  const open = () => createEmbeddedDocuments({ folder: join(folder, "partner"), files: diskFiles });

  it("touches nothing before the first change", async () => {
    expect(await open().read("settings")).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it("are there for whoever opens them next", async () => {
    await open().change("settings", () => ({ document: { name: "Harbour" }, result: undefined }));
    expect(await open().read("settings")).toEqual({ name: "Harbour" });
  });

  it("lose no change when two openings change at once", async () => {
    const openings = [open(), open(), open()];
    await Promise.all(openings.flatMap((one) => [one.change("count", increment), one.change("count", increment)]));
    expect(await open().read("count")).toEqual({ count: 6 });
  });

  it("stay as they are when the work says nothing, and when it throws", async () => {
    const documents = open();
    await documents.change("count", increment);
    expect(await documents.change("count", (present) => ({ result: countIn(present) }))).toBe(1);
    const broken = documents.change("count", () => {
      throw new TypeError("changed my mind");
    });
    await expect(broken).rejects.toThrow("changed my mind");
    expect(await documents.change("count", increment)).toBe(2);
  });

  it("say which one cannot be read", async () => {
    const documents = open();
    await documents.change("count", increment);
    await writeFile(join(folder, "partner", "documents", "count.json"), "torn");
    await expect(documents.read("count")).rejects.toMatchObject({ code: "store.corrupt" });
  });

  it("never lead out of their folder by their name", async () => {
    await open().change("../../escaped", increment);
    expect(await readdir(folder)).toEqual(["partner"]);
  });
});

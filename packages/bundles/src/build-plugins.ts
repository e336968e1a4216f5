import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Archive, packBundle } from "./pack-bundle.ts";
import { readBundle } from "./read-bundle.ts";

const manifest = z.object({ version: z.string().min(1) });

const versionOf = async (root: string): Promise<string> =>
  manifest.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8"))).version;

/** The folders of all panels that have a bundle, in the order of their names. */
const panelsIn = async (root: string): Promise<readonly string[]> => {
  const names = (await readdir(join(root, "plugins"))).toSorted((one, other) => (one < other ? -1 : 1));
  return names.map((name) => join(root, "plugins", name, "panel")).filter((it) => existsSync(join(it, "bundle.json")));
};

/** As `sha256sum --check` reads it. */
const toSums = (archives: readonly Archive[]): string =>
  archives.map(({ sha256, file }) => `${sha256}  ${file}\n`).join("");

/** Packs every panel's bundle into a folder, with their checksums in `SHA256SUMS`. */
export const buildPlugins = async (root: string, into: string): Promise<readonly Archive[]> => {
  const version = await versionOf(root);
  const archives: Archive[] = [];
  for (const panel of await panelsIn(root)) archives.push(await packBundle(await readBundle(panel, version), version));
  await mkdir(into, { recursive: true });
  for (const { file, bytes } of archives) await writeFile(join(into, file), bytes);
  await writeFile(join(into, "SHA256SUMS"), toSums(archives));
  return archives;
};

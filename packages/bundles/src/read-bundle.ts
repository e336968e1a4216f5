import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type BundlePlan, bundlePlan } from "./bundle-plan.ts";
import type { PackedFile } from "./packed-file.ts";

/** What is to be packed, in the order of its paths. */
export type Bundle = { readonly plan: BundlePlan; readonly files: readonly PackedFile[] };

const PLAN = "bundle.json";
/** Stands in any text for the version of the bundle. */
const VERSION_MARK = "@VERSION@";
const PLAIN_MODE = "0644";

const isPacked = (path: string): boolean => path !== PLAN && !path.startsWith("tests/");

/** Bytes that are no text cannot hold the mark, since it is ASCII and they are left alone without it. */
const stamped = (bytes: Buffer, version: string): Uint8Array =>
  bytes.includes(VERSION_MARK) ? Buffer.from(bytes.toString("utf8").replaceAll(VERSION_MARK, version)) : bytes;

const pathsBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .toSorted((one, other) => (one < other ? -1 : 1));
};

const strayMode = ({ modes }: BundlePlan, paths: readonly string[]): string | undefined =>
  Object.keys(modes).find((path) => !paths.includes(path));

/** Reads the files of one panel. Throws `TypeError` when its plan is not one, or names a file that is not there. */
export const readBundle = async (folder: string, version: string): Promise<Bundle> => {
  const read = bundlePlan.safeParse(JSON.parse(await readFile(join(folder, PLAN), "utf8")));
  if (!read.success) throw new TypeError(`${join(folder, PLAN)}: ${read.error.issues[0]?.message}`);
  const plan = read.data;
  const paths = (await pathsBelow(folder)).filter(isPacked);
  const stray = strayMode(plan, paths);
  if (stray !== undefined) throw new TypeError(`${join(folder, PLAN)} gives a mode to ${stray}, which is not there`);
  const files = paths.map(async (path) => ({
    path: plan.root === undefined ? path : `${plan.root}/${path}`,
    mode: Number.parseInt(plan.modes[path] ?? PLAIN_MODE, 8),
    bytes: stamped(await readFile(join(folder, path)), version),
  }));
  return { plan, files: await Promise.all(files) };
};

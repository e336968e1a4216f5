import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../root.ts";
import type { Page } from "./page.ts";

const isStale = async ({ path, text }: Page): Promise<boolean> => {
  const present = await readFile(join(ROOT, path), "utf8").catch(() => undefined);
  return present !== text();
};

/** The paths of pages that differ from what would be written now. */
export const stalePages = async (pages: readonly Page[]): Promise<readonly string[]> => {
  const stale: string[] = [];
  for (const page of pages) if (await isStale(page)) stale.push(page.path);
  return stale;
};

export const writePages = async (pages: readonly Page[]): Promise<void> => {
  for (const { path, text } of pages) await writeFile(join(ROOT, path), text());
};

import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Brought, type Errand, forSite, refuse } from "./errand.ts";

const PATH = /^\/\.well-known(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;

const sha256 = (body: Buffer): string => createHash("sha256").update(body).digest("hex");

const attempt = async (work: () => Promise<Brought>): Promise<Brought> => {
  try {
    return await work();
  } catch {
    return refuse("file-refused", "Something else is at this path");
  }
};

const put = async (file: string, body: Buffer): Promise<Brought> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
  return { sha256: sha256(await readFile(file)) };
};

const remove = async (file: string): Promise<Brought> => {
  await rm(file, { force: true });
  return { sha256: "" };
};

/** Validation files, written as the owner of the site. */
export const fileErrands: Readonly<Record<string, Errand>> = {
  "put-file": forSite(async ({ home }, { path = "", body = "" }) =>
    PATH.test(path) ? attempt(async () => put(join(home, path), Buffer.from(body, "base64"))) : refuse("path-refused"),
  ),
  "remove-file": forSite(async ({ home }, { path = "" }) =>
    PATH.test(path) ? attempt(async () => remove(join(home, path))) : refuse("path-refused"),
  ),
};

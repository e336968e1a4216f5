import { posix } from "node:path";
import { z } from "zod";
import type { HomeEntry } from "../homes.ts";
import {
  type ApiAnswer,
  type ApiCall,
  ApiRefusal,
  type ApiRoute,
  badRequest,
  json,
  notFound,
  NOTHING,
} from "./api-call.ts";

const folderBody = z.strictObject({ path: z.string().startsWith("/") });
const removalBody = z.strictObject({ paths: z.array(z.string().startsWith("/")).min(1), trash: z.boolean() });
const USUAL_MODE = "0644";

const entryAt = async ({ premises, caller }: ApiCall, path: string): Promise<HomeEntry> => {
  const entry = await premises.homes.at(caller.user, path);
  if (!entry) throw notFound();
  return entry;
};

const metadata = async (call: ApiCall): Promise<ApiAnswer> => {
  const path = call.query["path"] ?? "/";
  const { kind } = await entryAt(call, path);
  const { user } = call.caller;
  return json({ name: posix.basename(path), type: kind, user, group: user, mode: "-rw-r--r--", sizeBytes: 0 });
};

const download = async (call: ApiCall): Promise<ApiAnswer> => {
  const entry = await entryAt(call, call.query["path"] ?? "/");
  if (entry.kind === "dir") throw badRequest("not a regular file");
  return { kind: "text", text: entry.text };
};

const makeFolder = async (call: ApiCall): Promise<ApiAnswer> => {
  const read = folderBody.safeParse(call.body);
  if (!read.success) throw badRequest("path is missing");
  const { user } = call.caller;
  if (await call.premises.homes.at(user, read.data.path)) throw new ApiRefusal(409, "ALREADY_EXISTS");
  await call.premises.homes.makeFolder(user, read.data.path);
  return NOTHING;
};

const upload = async (call: ApiCall): Promise<ApiAnswer> => {
  const { dir = "/", name, perm = USUAL_MODE, overwrite } = call.query;
  if (call.file?.name !== "file") throw badRequest("file is missing");
  if ((await entryAt(call, dir)).kind !== "dir") throw badRequest("not a directory");
  const path = posix.join(dir, name ?? call.file.filename ?? "");
  const isThere = (await call.premises.homes.at(call.caller.user, path)) !== undefined;
  if (isThere && overwrite !== "true") throw new ApiRefusal(409, "ALREADY_EXISTS");
  await call.premises.homes.write(call.caller.user, path, { text: call.file.text, mode: perm });
  return NOTHING;
};

const remove = async (call: ApiCall): Promise<ApiAnswer> => {
  const read = removalBody.safeParse(call.body);
  if (!read.success) throw badRequest("paths are missing");
  for (const path of read.data.paths) {
    await entryAt(call, path);
    await call.premises.homes.remove(call.caller.user, path);
  }
  return NOTHING;
};

const ACTIONS = "/api/filemanager-actions";

export const FILES: readonly ApiRoute[] = [
  { method: "get", path: "/api/filemanager/metadata", run: metadata, queries: ["path"] },
  { method: "get", path: "/api/filemanager/download", run: download, queries: ["path"] },
  { method: "post", path: `${ACTIONS}/mkdir`, run: makeFolder, isRecent: true },
  {
    method: "post",
    path: `${ACTIONS}/upload`,
    run: upload,
    queries: ["dir", "name", "overwrite", "perm"],
    isRecent: true,
  },
  { method: "post", path: `${ACTIONS}/remove`, run: remove, isRecent: true },
];

import { join } from "node:path";
import { deleteAll, kindOf, makeFolders, pathOf, writeIn } from "../files-on-disk.ts";
import { majorOf } from "../major-of.ts";
import { refusal } from "../refusal.ts";
import type { UapiModule } from "./uapi-function.ts";

/** From here on an upload makes the folders it needs. */
const MAKES_FOLDERS = 138;

/** Files of the account. */
export const files: UapiModule = {
  save_file_content: {
    feature: "filemanager",
    run: async ({ state, account, args }) => {
      const [folder, name] = [pathOf(state, account.name, args.get("dir") ?? ""), args.need("file")];
      const text = args.get("content") ?? "";
      const charset = args.get("to_charset") === "utf-8" ? "utf8" : "latin1";
      await writeIn(folder, name, Buffer.from(text, charset));
      return { path: join(folder, name), from_charset: "utf-8", to_charset: "utf-8" };
    },
  },
  upload_files: {
    feature: "filemanager",
    run: async ({ state, account, args }) => {
      const folder = pathOf(state, account.name, args.need("dir"));
      if (args.files.length === 0) throw refusal("You must specify at least one file to upload.");
      if (majorOf(state.version) >= MAKES_FOLDERS) await makeFolders(folder);
      for (const { name, bytes } of args.files) {
        const isTaken = (await kindOf(join(folder, name))) !== undefined && args.get("overwrite") !== "1";
        if (isTaken) throw refusal(`The file “${name}” already exists.`);
        await writeIn(folder, name, bytes);
      }
      const uploads = args.files.map(({ name, bytes }) => ({
        file: name,
        status: 1,
        reason: "",
        size: bytes.length,
        warnings: [],
      }));
      return { succeeded: uploads.length, failed: 0, warned: 0, uploads };
    },
  },
  get_file_information: {
    feature: "filemanager",
    run: async ({ state, account, args }) => {
      const fullpath = pathOf(state, account.name, args.need("path"));
      const type = await kindOf(fullpath);
      return { exists: type ? 1 : 0, fullpath, ...(type && { type }) };
    },
  },
  delete_file: {
    feature: "filemanager",
    since: 136,
    run: async ({ state, account, args }) => {
      const path = pathOf(state, account.name, args.need("path"));
      await deleteAll(path);
      return { path };
    },
  },
};

import { posix } from "node:path";
import { type Command, type CommandAnswer, type CommandCall, done, refuse, unknownAction } from "./command.ts";

const USUAL_MODE = "0644";

const upload = async ({ premises, caller, fields, file }: CommandCall): Promise<CommandAnswer> => {
  const folder = fields["path"] ?? "/";
  if (!file) throw refuse("Cannot upload", "There is no file");
  if ((await premises.homes.at(caller.user, folder))?.kind !== "dir") throw refuse("Cannot upload", "No such folder");
  const path = posix.join(folder, file.filename ?? "");
  if (fields["overwrite"] !== "yes" && (await premises.homes.at(caller.user, path)))
    throw refuse("Cannot upload", "The file exists");
  await premises.homes.write(caller.user, path, { text: file.text, mode: USUAL_MODE });
  return done("Files uploaded");
};

const makeFolder = async ({ premises, caller, fields }: CommandCall): Promise<CommandAnswer> => {
  const path = posix.join(fields["path"] ?? "/", fields["name"] ?? "");
  if (await premises.homes.at(caller.user, path)) throw refuse("Cannot create folder", "It exists");
  await premises.homes.makeFolder(caller.user, path);
  return done("Folder created");
};

const remove = async ({ premises, caller, fields }: CommandCall): Promise<CommandAnswer> => {
  const path = fields["select0"] ?? "";
  if (!(await premises.homes.at(caller.user, path))) throw refuse("Cannot delete", "It is not there");
  await premises.homes.remove(caller.user, path);
  return done("Files deleted");
};

/** `CMD_API_FILE_MANAGER`: one folder at a time, and no modes. */
export const fileCommand: Command = async (call) => {
  const { action, button } = call.fields;
  if (call.method !== "POST") throw unknownAction(call);
  if (action === "upload") return upload(call);
  if (action === "folder") return makeFolder(call);
  if (action === "multiple" && button === "delete") return remove(call);
  throw unknownAction(call);
};

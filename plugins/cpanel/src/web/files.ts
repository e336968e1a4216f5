import { failure } from "@hostseal/core";
import type { CpanelClient } from "../client.ts";
import type { Spoken } from "../spoken.ts";
import { api2Outcomes, fileInformation, nothing, uploads } from "../wire.ts";

export type PlacedFile = {
  /** Document root, below the home of the account. */
  readonly root: string;
  readonly folders: readonly string[];
  readonly name: string;
  /** Of the panel: 138. */
  readonly major: number;
};

export type WrittenFile = PlacedFile & {
  readonly body: string;
  /** Between the parts of an upload: nothing that can be in the body. */
  readonly boundary: string;
};

/** From here on an upload makes the folders it needs. */
const UPLOAD_MAKES_FOLDERS = 138;
/** From here on UAPI deletes files. */
const DELETES_FILES = 136;

const folderOf = ({ root, folders }: PlacedFile): string => [root, ...folders].join("/");

const toParts = ({ body, boundary, name, ...file }: WrittenFile): string => {
  const field = (key: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file-1"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
  const fields = { dir: folderOf({ name, ...file }), overwrite: "1", permissions: "0644" };
  return [
    ...Object.entries(fields).map(([key, value]) => field(key, value)),
    head,
    body,
    `\r\n--${boundary}--\r\n`,
  ].join("");
};

const upload = async (client: CpanelClient, file: WrittenFile): Promise<void> => {
  const type = `multipart/form-data; boundary=${file.boundary}`;
  const { failed } = await client.uapi("Fileman::upload_files", uploads, { kind: "text", type, text: toParts(file) });
  if (failed > 0) throw failure("host.refused", { host: client.host, because: `it could not write ${file.name}` });
};

const save = async (client: CpanelClient, file: WrittenFile): Promise<Spoken> =>
  client.ask("Fileman::save_file_content", {
    dir: folderOf(file),
    file: file.name,
    content: file.body,
    from_charset: "utf-8",
    to_charset: "utf-8",
  });

/** A folder that is there is refused, as is one that cannot be; saving tells which. */
const makeFolders = async (client: CpanelClient, { root, folders }: PlacedFile): Promise<void> => {
  for (const [depth, name] of folders.entries()) {
    const path = [root, ...folders.slice(0, depth)].join("/");
    await client.api2("Fileman::mkdir", { path, name, permissions: "0755" });
  }
};

const saveInFolders = async (client: CpanelClient, file: WrittenFile): Promise<void> => {
  if ((await save(client, file)).kind === "done") return;
  await makeFolders(client, file);
  const spoken = await save(client, file);
  if (spoken.kind === "refused") throw client.refuse("Fileman::save_file_content", spoken);
};

export const saveFile = async (client: CpanelClient, file: WrittenFile): Promise<void> =>
  file.major >= UPLOAD_MAKES_FOLDERS ? upload(client, file) : saveInFolders(client, file);

const unlink = async (client: CpanelClient, path: string): Promise<void> => {
  const spoken = await client.api2("Fileman::fileop", { op: "unlink", sourcefiles: path, doubledecode: "0" });
  if (spoken.kind === "refused") throw client.refuse("Fileman::fileop", spoken);
  const read = api2Outcomes.safeParse(spoken.data);
  const failed = read.data?.find(({ result }) => result === false);
  if (failed)
    throw failure("host.refused", { host: client.host, because: failed.reason ?? `it could not delete ${path}` });
};

/** Deletes a file and never a folder: the panel would take everything in it. */
export const deleteFile = async (client: CpanelClient, file: PlacedFile): Promise<void> => {
  const path = `${folderOf(file)}/${file.name}`;
  const { exists, type } = await client.uapi("Fileman::get_file_information", fileInformation, { path });
  if (!exists) return;
  if (type === "dir") throw failure("host.refused", { host: client.host, because: `${path} is a folder` });
  if (file.major >= DELETES_FILES) await client.uapi("Fileman::delete_file", nothing, { path });
  else await unlink(client, path);
};

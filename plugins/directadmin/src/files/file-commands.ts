import type { Random } from "@hostseal/core";
import type { Call } from "../api/client.ts";
import { toMultipart } from "./multipart.ts";

export type FilePlace = { readonly folder: string; readonly name: string };
export type NewFile = FilePlace & { readonly text: string; readonly mode: string };

/** How files are changed; there are two generations of commands. */
export type FileCommands = {
  /** The calls that make folders, each in the one before, below one that is there. */
  makeFolders(below: string, folders: readonly string[]): readonly [Call, ...Call[]];
  write(file: NewFile): Call;
  remove(place: FilePlace): Call;
};

const boundaryFrom = (random: Random): string => `hostseal-${Buffer.from(random.bytes(18)).toString("hex")}`;

export const pathOf = ({ folder, name }: FilePlace): string => `${folder === "/" ? "" : folder}/${name}`;

const act = (action: string, value: unknown): Call => ({
  method: "POST",
  path: `/api/filemanager-actions/${action}`,
  body: { kind: "json", value },
});

/** `/api/filemanager-actions`. */
export const fileActions = (random: Random): FileCommands => ({
  makeFolders: (below, folders) => [act("mkdir", { path: [below, ...folders].join("/") })],
  write: ({ folder, name, text, mode }) => ({
    method: "POST",
    path: "/api/filemanager-actions/upload",
    query: { dir: folder, name, overwrite: "true", perm: mode },
    body: toMultipart({}, { field: "file", name, text }, boundaryFrom(random)),
  }),
  remove: (place) => act("remove", { paths: [pathOf(place)], trash: false }),
});

const COMMAND = "/CMD_API_FILE_MANAGER";

const command = (fields: Readonly<Record<string, string>>): Call => ({
  method: "POST",
  path: COMMAND,
  body: { kind: "form", fields: { ...fields, json: "yes" } },
});

/** `CMD_API_FILE_MANAGER`, which makes one folder at a time and knows no mode for what is uploaded. */
export const fileManagerCommand = (random: Random): FileCommands => ({
  makeFolders: (below, folders) => {
    const [first = "", ...rest] = folders;
    return [
      command({ action: "folder", path: below, name: first }),
      ...rest.map((name, depth) => {
        const path = [below, ...folders.slice(0, depth + 1)].join("/");
        return command({ action: "folder", path, name });
      }),
    ];
  },
  write: ({ folder, name, text }) => ({
    method: "POST",
    path: COMMAND,
    body: toMultipart(
      { action: "upload", path: folder, overwrite: "yes", json: "yes" },
      { field: "file1", name, text },
      boundaryFrom(random),
    ),
  }),
  remove: (place) => command({ action: "multiple", button: "delete", path: place.folder, select0: pathOf(place) }),
});

import { posix } from "node:path";
import type { DomainName } from "@hostseal/rules";
import { failure } from "@hostseal/core";
import { ownFolder, type ValidationFolder, type WebServerConfig } from "../plan/index.ts";

const PATH = /^\/\.well-known(?:\/[\w-][\w.-]*)+$/;
const FOLDERS: readonly ValidationFolder[] = ["pki-validation", "acme-challenge"];

/** Folders and name of a path, which has to lie below `/.well-known/`. Failure: `host.refused`. */
export const splitPath = (
  host: string,
  path: string,
): { readonly folders: readonly string[]; readonly name: string } => {
  if (!PATH.test(path)) throw failure("host.refused", { host, because: "only files below /.well-known/ are written" });
  const parts = path.slice(1).split("/");
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? "" };
};

/** Where the files of one site lie that it cannot show from its document root. */
export type ValidationPlace = {
  readonly name: DomainName;
  readonly folder: ValidationFolder;
  /** In the place of a document root; the folders above it are our own, from the outermost in. */
  readonly root: string;
  readonly above: readonly string[];
  /** What the path of the folder is served from. */
  readonly files: string;
};

/** The place for a path, where it is one that a location may be opened for. */
export const validationPlace = (
  config: WebServerConfig,
  name: DomainName,
  path: string,
): ValidationPlace | undefined => {
  const folder = FOLDERS.find((one) => posix.dirname(path) === `/.well-known/${one}`);
  if (!folder) return undefined;
  const ours = ownFolder(config);
  const validation = posix.join(ours, "validation");
  const root = posix.join(validation, name.replace("*.", "_."));
  return { name, folder, root, above: [ours, validation], files: posix.join(root, ".well-known", folder) };
};

/** Whether the configuration leads to the place now. */
export const isOpen = ({ facts }: WebServerConfig, { files }: ValidationPlace): boolean =>
  [...facts.server.files.values()].some((bytes) => bytes.includes(files));

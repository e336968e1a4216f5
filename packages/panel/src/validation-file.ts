import { failure } from "@hostseal/core";

/** Where a validation file lies below a document root: its folders from the outermost on, and its name. */
export type ValidationFile = { readonly folders: readonly string[]; readonly name: string };

/** No segment starts with a dot but the first, so no step leads upwards. */
const PATH = /^\/\.well-known(?:\/[\w~-][\w.~-]*)+$/;

/** Failure: `host.refused` for every path that is not below `/.well-known/`. */
export const toValidationFile = (path: string, host: string): ValidationFile => {
  if (!PATH.test(path)) throw failure("host.refused", { host, because: "only files below /.well-known/ are written" });
  const parts = path.slice(1).split("/");
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? "" };
};

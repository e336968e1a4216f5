import { dirname } from "node:path/posix";
import type { SourceFile } from "../source/source-file.ts";

/** A `package.json` as far as the checks read it. */
export type Manifest = {
  readonly path: string;
  /** The folder it describes; the empty string for the root. */
  readonly folder: string;
  readonly name: string;
  /** What it may import, with the versions asked for. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  /** The paths by which others may import it, `.` for the package itself. */
  readonly exports: readonly string[];
  readonly packageManager?: string;
};

type Json = Partial<Omit<Manifest, "exports">> & { readonly exports?: Readonly<Record<string, unknown>> };

const toManifest = ({ path, text }: SourceFile): Manifest => {
  const json = JSON.parse(text) as Json;
  const folder = dirname(path);
  return {
    path,
    folder: folder === "." ? "" : folder,
    name: json.name ?? path,
    dependencies: json.dependencies ?? {},
    devDependencies: json.devDependencies ?? {},
    optionalDependencies: json.optionalDependencies ?? {},
    exports: Object.keys(json.exports ?? {}),
    ...(json.packageManager !== undefined && { packageManager: json.packageManager }),
  };
};

/** Every `package.json` among the files. */
export const manifestsIn = (files: readonly SourceFile[]): readonly Manifest[] =>
  files.filter(({ path }) => path === "package.json" || path.endsWith("/package.json")).map(toManifest);

/** The package a file belongs to: the one with the longest folder above it. */
export const ownerOf = ({ path }: SourceFile, manifests: readonly Manifest[]): Manifest | undefined =>
  manifests
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0];

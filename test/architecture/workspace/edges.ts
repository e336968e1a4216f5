import { importsOf } from "../source/imports-of.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isTypeScript } from "../source/source-file.ts";
import type { Manifest } from "./manifests.ts";
import { manifestsIn, ownerOf } from "./manifests.ts";

/** The name of the package a specifier asks for; nothing for a relative path. */
export const packageOf = (specifier: string): string | undefined => {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return undefined;
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
};

/** One import of one package by a file of another (or of the same). */
export type Edge = {
  readonly where: string;
  readonly file: SourceFile;
  readonly from: Manifest;
  readonly specifier: string;
  readonly names: readonly string[];
};

/** Every import in the repository's TypeScript, with the package it is made from. */
export const edgesIn = (files: readonly SourceFile[]): readonly Edge[] => {
  const manifests = manifestsIn(files);
  return files.filter(isTypeScript).flatMap((file) => {
    const from = ownerOf(file, manifests);
    if (from === undefined) return [];
    return importsOf(file.text).map(({ specifier, line, names }) => ({
      where: `${file.path}:${line}`,
      file,
      from,
      specifier,
      names,
    }));
  });
};

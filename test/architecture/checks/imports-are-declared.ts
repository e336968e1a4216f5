import { builtinModules } from "node:module";
import type { Check } from "../check.ts";
import { isTestFile } from "../source/source-file.ts";
import type { Edge } from "../workspace/edges.ts";
import { edgesIn, packageOf } from "../workspace/edges.ts";
import type { Manifest } from "../workspace/manifests.ts";
import { manifestsIn } from "../workspace/manifests.ts";

const isDeclared = ({ from, file }: Edge, name: string, root: Manifest | undefined): boolean => {
  if (name === from.name || name in from.dependencies) return true;
  return isTestFile(file) && (name in from.devDependencies || name in (root?.devDependencies ?? {}));
};

const objection = (edge: Edge, root: Manifest | undefined): readonly string[] => {
  const { specifier, where, from } = edge;
  const name = packageOf(specifier);
  if (name === undefined || name.startsWith("node:")) return [];
  if (builtinModules.includes(specifier))
    return [`${where}: write node:${specifier}, so that no package can take its place.`];
  return isDeclared(edge, name, root) ? [] : [`${where}: ${name} is not among the dependencies in ${from.path}.`];
};

export const importsAreDeclared: Check = {
  title: "a package imports only what it declares",
  find: (files) => {
    const root = manifestsIn(files).find(({ folder }) => folder === "");
    return edgesIn(files).flatMap((edge) => objection(edge, root));
  },
};

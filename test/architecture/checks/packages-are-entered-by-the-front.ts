import { posix } from "node:path";
import type { Check } from "../check.ts";
import type { Edge } from "../workspace/edges.ts";
import { edgesIn, packageOf } from "../workspace/edges.ts";
import type { Manifest } from "../workspace/manifests.ts";
import { manifestsIn } from "../workspace/manifests.ts";

const leavesItsPackage = ({ file, from, specifier }: Edge): boolean => {
  if (!specifier.startsWith(".")) return false;
  const target = posix.join(posix.dirname(file.path), specifier);
  return !target.startsWith(from.folder === "" ? "" : `${from.folder}/`) || target.startsWith("..");
};

const isBackDoor = ({ specifier }: Edge, to: Manifest): boolean => {
  const inside = `.${specifier.slice(to.name.length)}`;
  return inside !== "." && !to.exports.includes(inside);
};

export const packagesAreEnteredByTheFront: Check = {
  title: "a package is imported by its name and through its exports",
  find: (files) => {
    const byName = new Map(manifestsIn(files).map((manifest) => [manifest.name, manifest]));
    return edgesIn(files).flatMap((edge) => {
      const { where, specifier, from } = edge;
      if (leavesItsPackage(edge))
        return [`${where}: "${specifier}" leaves ${from.name}. Import the other package by its name.`];
      const to = byName.get(packageOf(specifier) ?? "");
      if (to === undefined || !isBackDoor(edge, to)) return [];
      return [`${where}: "${specifier}" is inside ${to.name}. Import what its index exports.`];
    });
  },
};

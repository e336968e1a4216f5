import type { Check } from "../check.ts";
import { edgesIn, packageOf } from "../workspace/edges.ts";
import { layerOf } from "../workspace/layers.ts";
import type { Manifest } from "../workspace/manifests.ts";
import { manifestsIn } from "../workspace/manifests.ts";

const objection = (where: string, from: Manifest, to: Manifest): readonly string[] => {
  const [lower, upper] = [layerOf(to.folder), layerOf(from.folder)];
  if (lower === undefined || upper === undefined || lower < upper) return [];
  const direction = lower === upper ? "lies beside" : "lies above";
  return [`${where}: ${from.name} asks for ${to.name}, which ${direction} it. Arrows point down only.`];
};

const unplaced = ({ path, folder, name }: Manifest): readonly string[] =>
  folder === "" || folder === ".boot" || layerOf(folder) !== undefined
    ? []
    : [`${path}: ${name} has no place among the layers. Give it one in test/architecture/workspace/layers.ts.`];

export const arrowsPointDown: Check = {
  title: "a package asks only for packages below it",
  find: (files) => {
    const manifests = manifestsIn(files);
    const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
    const declared = manifests.flatMap((from) =>
      Object.keys({ ...from.dependencies, ...from.devDependencies }).flatMap((name) => {
        const to = byName.get(name);
        return to === undefined ? [] : objection(from.path, from, to);
      }),
    );
    const imported = edgesIn(files).flatMap(({ where, from, specifier }) => {
      const to = byName.get(packageOf(specifier) ?? "");
      return to === undefined || to.name === from.name ? [] : objection(where, from, to);
    });
    return [...manifests.flatMap(unplaced), ...declared, ...imported];
  },
};

/**
 * The layers of the repository, from the ground up. A folder may import what lies below it, and nothing beside it.
 * `plugins/*` stands for every folder in there.
 */
const LAYERS: readonly (readonly string[])[] = [
  ["shared/rules"],
  ["packages/pki"],
  ["packages/http"],
  ["shared/core"],
  ["packages/sign-on"],
  ["packages/panel"],
  ["packages/probe", "packages/issuers", "packages/store", "packages/installer", "packages/bundles", "plugins/*"],
  ["packages/sandbox"],
  ["test/doubles/panels"],
  ["packages/server"],
  ["packages/cli"],
  ["test"],
];

const matches = (pattern: string, folder: string): boolean =>
  pattern.endsWith("/*") ? folder.startsWith(pattern.slice(0, -1)) : folder === pattern;

/** How high a package's folder lies; nothing when the layers do not know it. */
export const layerOf = (folder: string): number | undefined => {
  const layer = LAYERS.findIndex((patterns) => patterns.some((pattern) => matches(pattern, folder)));
  return layer === -1 ? undefined : layer;
};

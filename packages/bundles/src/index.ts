export { buildPlugins } from "./build-plugins.ts";
export type { Archive } from "./pack-bundle.ts";

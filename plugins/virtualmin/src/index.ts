export { virtualminManifest } from "./manifest.ts";
export { virtualminSettings, type VirtualminSettings } from "./settings.ts";
export { createVirtualminHost } from "./virtualmin-host.ts";

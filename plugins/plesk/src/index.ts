export { manifest as pleskManifest } from "./manifest.ts";
export { createPleskHost } from "./plesk-host.ts";
export { type PleskSettings, pleskSettings } from "./settings.ts";

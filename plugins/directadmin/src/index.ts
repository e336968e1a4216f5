export { createDirectadminHost, type DirectadminDeps } from "./directadmin-host.ts";
export { manifest as directadminManifest } from "./manifest.ts";
export { type DirectadminSettings, directadminSettings } from "./settings.ts";

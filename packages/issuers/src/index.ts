export { manifest as sandboxManifest } from "./sandbox/manifest.ts";
export type { SandboxSettings } from "./sandbox/sandbox-issuer.ts";
export { createSandboxIssuer } from "./sandbox/sandbox-issuer.ts";

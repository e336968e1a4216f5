export type { HttpSettings } from "./http/create-http.ts";
export { createHttp } from "./http/create-http.ts";
export type { Http, HttpAnswer, HttpCall } from "./http/http.ts";
export { manifest as sandboxManifest } from "./sandbox/manifest.ts";
export type { SandboxSettings } from "./sandbox/sandbox-issuer.ts";
export { createSandboxIssuer } from "./sandbox/sandbox-issuer.ts";

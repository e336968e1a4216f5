export type { ConfigReader } from "./read-config-lines.ts";
export { type ResolvedHost, resolveSshConfig, type ResolveWish } from "./resolve-ssh-config.ts";

export type { ConfigReader } from "./read-config-blocks.ts";
export { type ResolvedHost, resolveSshConfig, type ResolveWish } from "./resolve-ssh-config.ts";

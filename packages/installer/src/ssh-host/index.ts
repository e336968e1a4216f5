export type { SshHostSettings } from "./settings.ts";
export { createSshHost } from "./ssh-host.ts";

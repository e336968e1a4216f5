import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConfigReader, ResolvedHost } from "@hostseal/installer/ssh-config";
import { resolveSshConfig } from "@hostseal/installer/ssh-config";
import type { Environment } from "../environment.ts";

const SYSTEM_CONFIG = "/etc/ssh/ssh_config";

const orNothing = <Found>(attempt: () => Found): Found | undefined => {
  try {
    return attempt();
  } catch {
    return undefined;
  }
};

const reader: ConfigReader = {
  read: (path) => orNothing(() => readFileSync(path, "utf8")),
  list: (folder) => orNothing(() => readdirSync(folder)) ?? [],
};

/** What the ssh configuration of whoever runs this says about a host. */
export const localSshConfig = (host: string, environment: Environment): ResolvedHost => {
  const { user, folder } = environment.person();
  const files = [join(folder, ".ssh", "config"), SYSTEM_CONFIG];
  return resolveSshConfig({ host, files, reader, local: { user, home: folder } });
};

import { parseDomainName } from "@hostseal/rules";
import { type Reached, readConfigOf } from "../apply/index.ts";
import type { WebServerConfig } from "../plan/index.ts";
import type { SshHostSettings } from "./settings.ts";

/** The configuration of the server that serves a name, where several answer visitors. */
export const configFor = async (
  reached: Reached,
  { config }: Pick<SshHostSettings, "config">,
  text?: string,
): Promise<WebServerConfig> => {
  const parsed = parseDomainName(text ?? "");
  const name = parsed.kind === "name" ? { name: parsed.name } : {};
  return readConfigOf(reached, { ...(config !== undefined && { config }), ...name });
};

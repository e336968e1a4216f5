import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostKey } from "../../host-keys/index.ts";
import { KEY_JUDGE, toSshConfig } from "./ssh-config-text.ts";
import type { SessionFiles } from "./ssh-config-text.ts";
import type { TrustedHop } from "./to-system-failure.ts";

/** Where one connection keeps its configuration, trusted keys and control socket: readable by us alone. */
export type SessionFolder = SessionFiles & {
  readonly config: string;
  /** The name of the target in the configuration. */
  readonly alias: string;
  /** Writes the configuration anew, asking the target for these signatures. */
  ask(signatures: readonly string[] | undefined): Promise<void>;
  remove(): Promise<void>;
};

const PRIVATE = { mode: 0o600 } as const;

const keyLine = (prefix: string, { type, blob }: HostKey): string =>
  `${prefix} ${type} ${Buffer.from(blob).toString("base64")}\n`;

const knownHostsText = (hops: readonly TrustedHop[]): string =>
  hops
    .flatMap(({ alias, trust: { source } }) =>
      source.kind === "keys"
        ? [
            ...source.revoked.map((key) => keyLine(`@revoked ${alias}`, key)),
            ...source.trusted.map((key) => keyLine(alias, key)),
          ]
        : [],
    )
    .join("");

/** @throws TypeError when an address, user or path cannot be written in an ssh_config. */
export const makeSessionFolder = async (hops: readonly TrustedHop[]): Promise<SessionFolder> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-ssh-"));
  const files = {
    config: join(folder, "config"),
    knownHosts: join(folder, "known_hosts"),
    keyJudge: join(folder, "judge"),
    control: join(folder, "control"),
  };
  await writeFile(files.knownHosts, knownHostsText(hops), PRIVATE);
  await writeFile(files.keyJudge, KEY_JUDGE, PRIVATE);
  return {
    ...files,
    alias: hops.at(-1)?.alias ?? "",
    ask: async (signatures) => writeFile(files.config, toSshConfig({ hops, files, signatures }), PRIVATE),
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
};

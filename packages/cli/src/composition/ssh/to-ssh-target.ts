import { join, resolve } from "node:path";
import { failure } from "@hostseal/core";
import type { HostKeyTrust, SshTarget } from "@hostseal/installer";
import type { ResolvedHost } from "@hostseal/installer/ssh-config";
import type { Surroundings } from "../surroundings.ts";
import { localSshConfig } from "./local-ssh-config.ts";
import { pickLogin } from "./pick-login.ts";
import { parseSshAddress } from "./ssh-address.ts";
import type { SshHostConfig } from "./ssh-host-schema.ts";

type Reachable = Pick<SshHostConfig, "address" | "port" | "user" | "login" | "hostKey" | "knownHosts" | "jumps">;

/** As ssh_config(5): jump hosts that lead through each other come to an end. */
const MOST_JUMPS = 8;
const SYSTEM_KNOWN_HOSTS = "/etc/ssh/ssh_known_hosts";

const trustOf = (
  { hostKey, knownHosts }: Reachable,
  { userKnownHostsFiles }: ResolvedHost,
  home: string,
): HostKeyTrust => {
  if (hostKey !== undefined) return { kind: "fingerprint", sha256: hostKey };
  if (knownHosts !== undefined) return { kind: "known-hosts", files: [resolve(home, knownHosts)] };
  return { kind: "known-hosts", files: [join(home, "known_hosts"), ...userKnownHostsFiles, SYSTEM_KNOWN_HOSTS] };
};

const jumpTo = async (host: string, text: string, { around, depth }: Way): Promise<SshTarget> => {
  const parsed = parseSshAddress(text.replace(/^ssh:\/\//, ""));
  if (parsed !== undefined && depth < MOST_JUMPS) return targetOf(text, parsed, { around, depth: depth + 1 });
  const because =
    parsed === undefined ? `the jump host "${text}" is not written as user@host:port` : "it has too many jump hosts";
  throw failure("config.invalid", { path: around.home, because: `hosts.${host}: ${because}` });
};

type Way = { readonly around: Surroundings; readonly depth: number };

const targetOf = async (host: string, wish: Reachable, way: Way): Promise<SshTarget> => {
  const { around } = way;
  const resolved = localSshConfig(wish.address, around.environment);
  if (resolved.onlySystem.length > 0)
    around.log.emit({ level: "warning", event: "ssh.passed-over", details: { host, settings: resolved.onlySystem } });
  const jumps: SshTarget[] = [];
  for (const text of wish.jumps ?? resolved.proxyJump) jumps.push(await jumpTo(host, text, way));
  return {
    host,
    address: resolved.address,
    port: wish.port ?? resolved.port,
    user: wish.user ?? resolved.user,
    login: await pickLogin(wish.login, resolved, around),
    hostKeys: trustOf(wish, resolved, around.home),
    jumps,
  };
};

/**
 * Where and how to log in: what an entry says, and for the rest what the person's ssh configuration says. Without a key
 * or file of its own the host is known by `known_hosts` of the data folder, of the person and of the system. Fails with
 * `config.invalid`.
 */
export const toSshTarget = (host: string, wish: Reachable, around: Surroundings): Promise<SshTarget> =>
  targetOf(host, wish, { around, depth: 0 });

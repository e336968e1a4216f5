import type { SshTarget } from "../transport.ts";

/** One server on the way, under a name of ours that its trusted keys stand under as well. */
export type Hop = { readonly alias: string; readonly target: SshTarget };

/** Files that the configuration points to, in a folder that only we can read. */
export type SessionFiles = {
  readonly knownHosts: string;
  /** Decides on host keys by fingerprint. */
  readonly keyJudge: string;
  readonly control: string;
};

export type ConfigWish = {
  readonly hops: readonly Hop[];
  readonly files: SessionFiles;
  /** The type of host key to ask the target for; every one when none is said. */
  readonly signatures: readonly string[] | undefined;
};

const UNWRITABLE = /["\\\p{Cc}]|\$\{/u;

/** A value in quotes; nothing when ssh_config(5) has no way to write it. */
const quoted = (value: string): string => {
  if (UNWRITABLE.test(value))
    throw new TypeError("A value with quotes, ${ or control characters cannot be configured.");
  return `"${value}"`;
};

/** In values with tokens a per cent sign is doubled. */
const literal = (value: string): string => quoted(value.replaceAll("%", "%%"));

const loginLines = ({ login }: SshTarget): readonly string[] => {
  switch (login.kind) {
    case "key":
      return ["IdentityAgent none", "IdentitiesOnly yes", `IdentityFile ${literal(login.path)}`];
    case "agent":
      return [`IdentityAgent ${literal(login.socket)}`, "IdentityFile none"];
    case "password":
      return [];
  }
};

const trustLines = ({ hostKeys }: SshTarget, { knownHosts, keyJudge }: SessionFiles): readonly string[] =>
  hostKeys.kind === "known-hosts"
    ? [`UserKnownHostsFile ${literal(knownHosts)}`]
    : [
        "UserKnownHostsFile none",
        `KnownHostsCommand /bin/sh ${keyJudge.replaceAll("%", "%%")} %f ${hostKeys.sha256.replaceAll("%", "%%")} %H %t %K`,
      ];

const hopLines = (wish: ConfigWish, { alias, target }: Hop, at: number): readonly string[] => {
  const before = wish.hops[at - 1];
  const isLast = at === wish.hops.length - 1;
  return [
    `Host ${alias}`,
    `HostName ${literal(target.address)}`,
    `HostKeyAlias ${alias}`,
    `Port ${target.port}`,
    `User ${quoted(target.user)}`,
    ...loginLines(target),
    ...trustLines(target, wish.files),
    ...(isLast && wish.signatures ? [`HostKeyAlgorithms ${wish.signatures.join(",")}`] : []),
    ...(isLast ? ["ControlMaster yes", `ControlPath ${literal(wish.files.control)}`] : []),
    ...(before ? [`ProxyJump ${before.alias}`] : []),
  ];
};

const FOR_ALL = [
  "Host *",
  "BatchMode yes",
  "StrictHostKeyChecking yes",
  "GlobalKnownHostsFile none",
  "UpdateHostKeys no",
  "CheckHostIP no",
  "VerifyHostKeyDNS no",
  "PreferredAuthentications publickey",
  "ForwardAgent no",
  "ForwardX11 no",
  "ClearAllForwardings yes",
  "ConnectTimeout 20",
  "ServerAliveInterval 10",
  "ServerAliveCountMax 3",
  "LogLevel DEBUG1",
  "",
];

/**
 * An ssh_config of which nothing comes from the person's own (`-F`): every server on the way, its login and its trust.
 *
 * @throws TypeError when an address, user or path cannot be written in it.
 */
export const toSshConfig = (wish: ConfigWish): string =>
  [...wish.hops.flatMap((hop, at) => hopLines(wish, hop, at)), ...FOR_ALL].join("\n");

/**
 * Gives the line that lets a key be accepted, when its fingerprint is the pinned one. ssh passes the values as
 * arguments; asked only which types to prefer, it says NONE.
 */
export const KEY_JUDGE = `[ "$1" = "$2" ] && printf '%s %s %s\\n' "$3" "$4" "$5"\nexit 0\n`;

import { access, chmod, constants, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { authorisedKeyLine, installedProgram, sudoersLine } from "@hostseal/installer";
import type { KeyPair } from "../transport/make-key.ts";

/** A machine as a login sees it: which key lines it has, and through which program its sshd is started. */
export type LoginWay = (wish: {
  /** Where files of this login may be put; readable by everybody. */
  readonly folder: string;
  /** Where the installed program keeps its journals. */
  readonly state: string;
  readonly key: KeyPair;
}) => Promise<{ readonly authorised: KeyPair; readonly user?: string; readonly within?: readonly string[] }>;

/** Whoever runs the tests. */
export const asRoot: LoginWay = async ({ key }) => ({ authorised: key });

export const USER = "deploy";
/** What such a login becomes root by. */
const SUDO = "/usr/bin/sudo";

/** Puts the given files in the place of the machine's own, for what is started in it alone. */
const BIND = `mount --make-rprivate / || exit 1
for name in passwd shadow; do mount --bind "$1/$name" "/etc/$name" || exit 1; done
mount --bind "$1/sudoers.d" /etc/sudoers.d && mount --bind "$1/sbin" /usr/local/sbin || exit 1
shift
exec "$@"
`;

export type Machine = {
  readonly folder: string;
  readonly state: string;
  /** What sudo allows the login; nothing when empty. */
  readonly sudoers: string;
  /** What stands where our program is looked for; nothing when not given. */
  readonly program?: string;
};

/** A machine of its own with a login that is not root; what is started within it sees it, and nothing else does. */
export const machineWith = async ({ folder, sudoers, program }: Machine): Promise<readonly string[]> => {
  await access(SUDO, constants.X_OK);
  const [rules, sbin, script] = [join(folder, "sudoers.d"), join(folder, "sbin"), join(folder, "bind.sh")];
  await Promise.all([mkdir(rules, { mode: 0o755 }), mkdir(sbin, { mode: 0o755 })]);
  for (const name of ["passwd", "shadow"]) await copyFile(join("/etc", name), join(folder, name));
  const passwd = await readFile(join(folder, "passwd"), "utf8");
  const shadow = await readFile(join(folder, "shadow"), "utf8");
  await writeFile(join(folder, "passwd"), `${passwd}${USER}:x:47110:47110::/:/bin/sh\n`);
  await writeFile(join(folder, "shadow"), `${shadow}${USER}:*:19000:0:99999:7:::\n`);
  await writeFile(join(rules, "hostseal"), `${sudoers}\n`, { mode: 0o440 });
  if (program !== undefined) {
    await writeFile(join(sbin, "hostseal-host"), program);
    await chmod(join(sbin, "hostseal-host"), 0o755);
  }
  await writeFile(script, BIND);
  return ["/usr/bin/unshare", "--mount", "/bin/sh", script, folder];
};

/** A login that may call the installed program through sudo, and nothing else. */
export const throughSudo: LoginWay = async ({ folder, state, key }) => ({
  user: USER,
  authorised: key,
  within: await machineWith({ folder, state, sudoers: sudoersLine(USER), program: installedProgram({ state }) }),
});

/** The same, and its key starts the program whatever is asked for. */
export const throughForcedCommand: LoginWay = async (wish) => ({
  ...(await throughSudo(wish)),
  authorised: { ...wish.key, publicLine: authorisedKeyLine(USER, wish.key.publicLine) },
});

/** A key of root's that can do nothing but start the program. */
export const throughRootsForcedCommand: LoginWay = async (wish) => ({
  within: (await throughSudo(wish)).within ?? [],
  authorised: { ...wish.key, publicLine: authorisedKeyLine("root", wish.key.publicLine) },
});

/** A login that sudo lets do everything, without a password. */
export const throughUnlimitedSudo: LoginWay = async ({ folder, state, key }) => ({
  user: USER,
  authorised: key,
  within: await machineWith({ folder, state, sudoers: `${USER} ALL=(ALL) NOPASSWD: ALL` }),
});

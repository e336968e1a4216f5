/** Where the program is looked for on a host. */
export const PROGRAM_PATH = "/usr/local/sbin/hostseal-host";

const USER = /^[A-Za-z_][\w.-]*$/;

/**
 * The one line of sudoers(5) that lets a login call the program as root, without arguments.
 *
 * @throws TypeError for a login that cannot be written there.
 */
export const sudoersLine = (user: string): string => {
  if (!USER.test(user)) throw new TypeError("A login is letters, digits, dots, hyphens and underscores.");
  return `${user} ALL=(root) NOPASSWD: ${PROGRAM_PATH} ""`;
};

/**
 * The line of authorized_keys (sshd(8)) with which a key can do nothing but call the program, whichever command is
 * asked for. For root's own login it is called as it is, for any other through sudo.
 */
export const authorisedKeyLine = (user: string, publicKey: string): string => {
  const command = user === "root" ? PROGRAM_PATH : `sudo -n ${PROGRAM_PATH}`;
  return `restrict,command="${command}" ${publicKey.trim()}`;
};

import { authorisedKeyLine, PROGRAM_PATH, sudoersLine } from "./permission.ts";

/** How an operator lets a login install certificates without being root, a line at a time. */
export const describeRootProgram = (user: string): readonly string[] => [
  `Save the program as ${PROGRAM_PATH}, owned by root:`,
  `  install -o root -g root -m 0755 hostseal-host ${PROGRAM_PATH}`,
  "Let the login call it, and nothing else, with one line in /etc/sudoers.d/hostseal (mode 0440, checked by visudo -c):",
  `  ${sudoersLine(user)}`,
  "Or bind a key to it, in the login's authorized_keys:",
  `  ${authorisedKeyLine(user, "ssh-ed25519 AAAA...")}`,
  "It reads requests and never commands. It finds the running server itself, and writes only below the folder of its",
  "configuration, to /.well-known/ of its document roots, and to its own folder for journals and keys.",
  "Whoever may change the configuration of a web server that root starts can gain much of what root can: guard the key",
  "of this login as you guard root's.",
];

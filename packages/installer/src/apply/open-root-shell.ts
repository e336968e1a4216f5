import { failure, type Failure, type Random } from "@hostseal/core";
import { PROGRAM_PATH, programText, sudoersLine } from "../root-program/index.ts";
import type { Connection } from "../transport/index.ts";
import { checkVersion, markShell, nextWord, type RootShell, welcome } from "./root-shell.ts";

/** What a login has to be allowed. */
export const ROOT = "root, or sudo without a password";

const QUIET = "</dev/null >/dev/null 2>&1";
const SUDOER = /^[A-Za-z_][\w.-]*$/;

/**
 * Says who it will be before it becomes it, since a shell that reads ahead would swallow what follows; what sudo allows
 * is tried with nothing to read, which does nothing. It begins as the
 * program wants to be spoken to: a key that is bound to the program has it read this line, and no shell does.
 */
const greeting = (marker: string): string =>
  `: ${marker};{ if [ "$(id -u)" = 0 ]; then echo ${marker} shell; exec /bin/sh -s; ` +
  `elif sudo -n ${PROGRAM_PATH} ${QUIET}; then echo ${marker} program; exec sudo -n ${PROGRAM_PATH}; ` +
  `elif sudo -n /bin/sh -s ${QUIET}; then echo ${marker} shell; exec sudo -n /bin/sh -s; ` +
  `else echo ${marker} nobody "$(id -un)"; exit 1; fi; }\n`;

const withoutPermission = (host: string, user: string): Failure => {
  const line = SUDOER.test(user) ? `, or ${PROGRAM_PATH} with "${sudoersLine(user)}" in its sudoers` : "";
  return failure("host.permission-missing", { host, permission: `${ROOT}${line}` });
};

const withoutAnswer = (host: string, code: number | undefined): Failure =>
  code === undefined
    ? failure("host.unreachable", { host, because: "the link broke before its shell said anything" })
    : failure("host.malformed-answer", { host, because: "its login runs no POSIX shell" });

/**
 * Has the program run as root, whichever way is open: sent to a shell that is root by login; installed there and called
 * through sudo; bound to the key that logged in; or sent to a shell that sudo gives. Then it waits for a request.
 *
 * Failures: `host.permission-missing` with the line that would open a way, `host.refused` for an installed program of
 * another version, `host.malformed-answer`, `host.unreachable`.
 */
export const openRootShell = async (connection: Connection, host: string, random: Random): Promise<RootShell> => {
  const shell = markShell(await connection.shell(), host, random);
  await shell.write(greeting(shell.marker));
  const way = await nextWord(shell);
  if (way?.word === "hello") return checkVersion(shell, way.rest);
  if (way?.word === "nobody") throw withoutPermission(host, way.rest);
  if (way?.word === "program") await shell.write(`: ${shell.marker};\n`);
  if (way?.word === "shell") await shell.write(programText(shell.marker));
  const root = way && (await welcome(shell));
  if (root) return root;
  throw withoutAnswer(host, (await shell.over).code);
};

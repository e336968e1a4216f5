import { failure, type Random } from "@hostseal/core";
import type { Connection, RemoteShell } from "../transport/index.ts";
import { newMarker } from "./new-marker.ts";

/** What a login has to be allowed. */
export const ROOT = "root, or sudo without a password";

/** Says who it will be before it becomes it, since a shell that reads ahead would swallow what follows. */
const greeting = (marker: string): string =>
  `{ if [ "$(id -u)" = 0 ]; then echo ${marker} root; exec /bin/sh -s; ` +
  `elif sudo -n true </dev/null 2>/dev/null; then echo ${marker} root; exec sudo -n /bin/sh -s; ` +
  `else echo ${marker} nobody; exit 1; fi; }\n`;

/** What a script hears and says; the lines that were read on the way to it are left out. */
const continued = (shell: RemoteShell, rest: AsyncIterator<string>): RemoteShell => ({
  ...shell,
  lines: { [Symbol.asyncIterator]: () => rest },
});

/** A shell on the host that runs as root, by login or through sudo without a password. */
export const openRootShell = async (connection: Connection, host: string, random: Random): Promise<RemoteShell> => {
  const shell = await connection.shell();
  const marker = newMarker(random);
  await shell.write(greeting(marker));
  const lines = shell.lines[Symbol.asyncIterator]();
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value === `${marker} root`) return continued(shell, lines);
    if (line.value === `${marker} nobody`) throw failure("host.permission-missing", { host, permission: ROOT });
  }
  const { code } = await shell.over;
  throw code === undefined
    ? failure("host.unreachable", { host, because: "the link broke before its shell said anything" })
    : failure("host.malformed-answer", { host, because: "its login runs no POSIX shell" });
};

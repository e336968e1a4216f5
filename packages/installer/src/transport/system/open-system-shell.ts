import { spawn } from "node:child_process";
import { once } from "node:events";
import { failure } from "@hostseal/core";
import { toRemoteShell } from "../remote-shell.ts";
import { SHELL_COMMAND } from "../shell-command.ts";
import type { RemoteShell } from "../transport.ts";
import type { SessionFolder } from "./session-folder.ts";
import { ENVIRONMENT } from "./start-master.ts";

/** ssh says this when the far side was killed, the link broke or it could not start; a script's own 255 looks the same. */
const NO_CODE = 255;

/** Over the master's connection or not at all: it never opens one of its own. */
const OVER_MASTER = ["-o", "ControlMaster=no", "-o", "ProxyCommand=false", "-o", "LogLevel=QUIET", "-T"];

/** @throws Failure `host.unreachable` when ssh cannot be started. */
export const openSystemShell = async (
  host: string,
  program: string,
  { config, alias }: SessionFolder,
): Promise<RemoteShell> => {
  const ssh = spawn(program, ["-F", config, ...OVER_MASTER, alias, SHELL_COMMAND], { env: ENVIRONMENT });
  try {
    await once(ssh, "spawn");
  } catch (cause) {
    throw failure("host.unreachable", { host, because: "the system's ssh cannot be started" }, { cause });
  }
  const ended = once(ssh, "close").then(([code]) => (typeof code === "number" && code !== NO_CODE ? code : undefined));
  return toRemoteShell({ host, stdin: ssh.stdin, stdout: ssh.stdout, stderr: ssh.stderr, ended });
};

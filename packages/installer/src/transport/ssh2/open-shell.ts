import { failure, reasonOf } from "@hostseal/core";
import type { Client, ClientChannel } from "ssh2";
import { toRemoteShell } from "../remote-shell.ts";
import { SHELL_COMMAND } from "../shell-command.ts";
import type { RemoteShell } from "../transport.ts";

const start = async (client: Client): Promise<ClientChannel> =>
  new Promise((resolve, reject) => {
    client.exec(SHELL_COMMAND, (error, channel) => (error ? reject(error) : resolve(channel)));
  });

const endOf = async (client: Client, channel: ClientChannel): Promise<number | undefined> =>
  new Promise((resolve) => {
    let code: number | undefined;
    channel.on("exit", (told: number | null) => void (code = told ?? undefined));
    channel.on("close", () => resolve(code));
    client.on("close", () => resolve(code));
  });

/** @throws Failure `host.unreachable` when the connection has ended, or the server grants no session. */
export const openShell = async (host: string, client: Client): Promise<RemoteShell> => {
  try {
    const channel = await start(client);
    const ended = endOf(client, channel);
    return toRemoteShell({ host, stdin: channel, stdout: channel, stderr: channel.stderr, ended });
  } catch (thrown) {
    throw failure("host.unreachable", { host, because: "it starts no shell" }, { evidence: reasonOf(thrown) });
  }
};

import { failure } from "@hostseal/core";
import type { ShownHostKey } from "@hostseal/installer";
import type { CommandContext } from "../../command-line/command-row.ts";
import { askFirst } from "../ask-first.ts";

/**
 * Shows a host key that nobody knows yet, and asks whether it is the server's own. Fails with `input.option` when nobody
 * can be asked.
 */
export const acceptHostKey = async (context: CommandContext, name: string, shown: ShownHostKey): Promise<boolean> => {
  const { terminal, isJson } = context;
  if (terminal.ask === undefined || isJson) {
    const because = `it is needed here, because nobody can be asked; ${name} shows ${shown.fingerprint}, to be compared with its own`;
    throw failure("input.option", { option: "--fingerprint", because });
  }
  terminal.print(`${name} shows the ${shown.type} key ${shown.fingerprint}.`);
  terminal.print("On the server, `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` (or its like) prints its own.");
  return askFirst(context, false, "Are they the same?");
};

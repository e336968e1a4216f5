import { resolve } from "node:path";
import { failure } from "@hostseal/core";
import { readHostKey } from "@hostseal/installer";
import type { ShownHostKey } from "@hostseal/installer";
import { z } from "zod";
import type { Report, Run } from "../../command-line/command-row.ts";
import type { Config } from "../../composition/config-schema.ts";
import { loadConfig } from "../../composition/load-config.ts";
import { FINGERPRINT } from "../../composition/ssh/ssh-host-schema.ts";
import type { SshHostConfig } from "../../composition/ssh/ssh-host-schema.ts";
import { parseSshAddress } from "../../composition/ssh/ssh-address.ts";
import { toSshTarget } from "../../composition/ssh/to-ssh-target.ts";
import { surroundingsOf } from "../../composition/surroundings-of.ts";
import { writeIntoConfig } from "../../composition/write-into-config.ts";
import { EXIT } from "../../exit-codes.ts";
import { flag, many, oneOf, readOptions } from "../read-options.ts";
import { acceptHostKey } from "./accept-host-key.ts";
import { serverOptions } from "./install-options.ts";
import { judgeShownKey } from "./judge-shown-key.ts";

const optionsShape = {
  fingerprint: z.string().regex(FINGERPRINT, "write it as SHA256:…, as ssh-keygen -l prints it").optional(),
  key: z.string().optional(),
  agent: flag,
  passwordFile: z.string().optional(),
  jump: many,
  transport: oneOf(["ssh2", "system"]).optional(),
  serverConfig: serverOptions.serverConfig,
};

type Options = z.output<z.ZodObject<typeof optionsShape>>;

const NAME = /^[a-z\d][\w.-]*$/i;

const readNewName = (text: string): string => {
  if (NAME.test(text)) return text;
  const because = "write a name of your own for it, of letters, digits, dots and hyphens, and its address behind that";
  throw failure("input.option", { option: `host ${text}`, because });
};

const readAddress = (text: string) => {
  const parsed = parseSshAddress(text);
  if (parsed !== undefined) return parsed;
  throw failure("input.option", { option: `address ${text}`, because: "write it as user@host or user@host:port" });
};

const loginOf = ({ key, agent, passwordFile }: Options): Pick<SshHostConfig, "login"> => {
  if ([key !== undefined, agent, passwordFile !== undefined].filter(Boolean).length > 1)
    throw failure("input.option", { option: "--key", because: "give one of --key, --agent and --password-file" });
  if (key !== undefined) return { login: { key: resolve(key) } };
  if (passwordFile !== undefined) return { login: { password: { file: resolve(passwordFile) } } };
  return agent ? { login: { agent: true } } : {};
};

/** An enrolment that names no address is the same host again, or one that ssh knows by this name. */
const entryOf = (typed: readonly unknown[], before: SshHostConfig | undefined, options: Options): SshHostConfig => ({
  driver: "ssh",
  ...(typed[1] === undefined && before !== undefined ? before : readAddress(String(typed[1] ?? typed[0]))),
  ...loginOf(options),
  ...(options.jump.length > 0 && { jumps: options.jump }),
  ...(options.transport !== undefined && { transport: options.transport }),
  ...(options.serverConfig !== undefined && { config: options.serverConfig }),
});

/** The entry that has this name already. */
const entryBefore = (name: string, { hosts }: Config): SshHostConfig | undefined => {
  const before = Object.entries(hosts).find(([id]) => id === name)?.[1];
  if (before === undefined || before.driver === "ssh") return before;
  throw failure("input.option", { option: `host ${name}`, because: "this name belongs to a panel already" });
};

const nothingChanged = (name: string, { fingerprint }: ShownHostKey, because: string): Report => ({
  exit: EXIT.done,
  lines: [because],
  json: { type: "host", host: name, fingerprint, changed: false },
});

/**
 * `hostseal hosts add`: enrols a server under its host key, which somebody compares first. A key that differs from one
 * that is known is a hard stop, unless the new one was compared and given as `--fingerprint`.
 */
export const hostsAdd: Run = async (context, given) => {
  const options = readOptions(optionsShape, given.options);
  const name = readNewName(String(given.args[0]));
  const { home, environment, terminal, signal } = context;
  const config = await loadConfig(home);
  const before = entryBefore(name, config);
  const entry = entryOf(given.args, before, options);
  const around = await surroundingsOf(config, { home, environment, note: terminal.note });
  const target = await toSshTarget(name, entry, around);
  const shown = await readHostKey(target, around, signal);
  const known = { pinned: before?.hostKey, given: options.fingerprint };
  const verdict = await judgeShownKey(target, shown, known);
  if (verdict === "unknown" && !(await acceptHostKey(context, name, shown)))
    return nothingChanged(name, shown, "Nothing was changed.");
  await writeIntoConfig(home, ["hosts", name], { ...entry, hostKey: shown.fingerprint });
  return {
    exit: EXIT.done,
    lines: [`${name} is enrolled with ${shown.fingerprint}. \`hostseal hosts facts ${name}\` shows what is there.`],
    json: { type: "host", host: name, fingerprint: shown.fingerprint, changed: true },
  };
};

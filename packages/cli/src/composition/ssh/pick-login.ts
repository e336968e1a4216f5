import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Login } from "@hostseal/installer";
import type { ResolvedHost } from "@hostseal/installer/ssh-config";
import { readCredential } from "../read-credential.ts";
import type { Surroundings } from "../surroundings.ts";
import type { SshHostConfig } from "./ssh-host-schema.ts";

const USUAL_KEYS = ["id_ed25519", "id_ecdsa", "id_rsa"];
/** Nobody answers there, so a login fails once the server has shown that it is the right one. */
const NO_AGENT = "";
const SEALED = /ENCRYPTED|bcrypt/;

/** Whether a key file needs a passphrase, which an agent may have been told. OpenSSH names its scheme inside. */
const isSealed = (path: string): boolean => {
  const text = readFileSync(path, "latin1");
  const body = text.replaceAll(/-----[^-]+-----|\s/g, "");
  return SEALED.test(text) || SEALED.test(Buffer.from(body, "base64").toString("latin1"));
};

const isUsable = (path: string): boolean => {
  try {
    return existsSync(path) && !isSealed(path);
  } catch {
    return false;
  }
};

const agentOf = ({ identityAgent }: ResolvedHost, agentSocket: string | undefined): string | undefined => {
  if (identityAgent === "none") return undefined;
  return identityAgent === undefined || identityAgent === "SSH_AUTH_SOCK" ? agentSocket : identityAgent;
};

/** As ssh does, but one way only: the key named for this host, else the agent, else the usual key. */
const usualLogin = (resolved: ResolvedHost, { environment }: Surroundings): Login => {
  const named = resolved.identityFiles.find(isUsable);
  if (named !== undefined) return { kind: "key", path: named };
  const socket = agentOf(resolved, environment.agentSocket) ?? NO_AGENT;
  const { folder } = environment.person();
  const usual = socket === NO_AGENT ? USUAL_KEYS.map((name) => join(folder, ".ssh", name)).find(isUsable) : undefined;
  return usual === undefined ? { kind: "agent", socket } : { kind: "key", path: usual };
};

/** How to log in to a host: as its entry says, else as ssh would. Fails with `config.invalid` for a credential. */
export const pickLogin = async (
  login: SshHostConfig["login"],
  resolved: ResolvedHost,
  around: Surroundings,
): Promise<Login> => {
  if (login === undefined) return usualLogin(resolved, around);
  if ("password" in login) return { kind: "password", password: await readCredential(login.password, around) };
  if ("agent" in login)
    return { kind: "agent", socket: login.agent === true ? (around.environment.agentSocket ?? NO_AGENT) : login.agent };
  const path = resolve(around.home, login.key);
  if (login.passphrase === undefined) return { kind: "key", path };
  return { kind: "key", path, passphrase: await readCredential(login.passphrase, around) };
};

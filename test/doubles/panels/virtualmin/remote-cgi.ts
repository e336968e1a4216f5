import { UsageFault } from "./arguments.ts";
import { toArguments } from "./arguments.ts";
import { isAllowed, type Login } from "./login.ts";
import { about } from "./module/about.ts";
import { file } from "./module/file.ts";
import { keep, restore, settle } from "./module/keep.ts";
import { key } from "./module/key.ts";
import { look } from "./module/look.ts";
import type { Program } from "./program.ts";
import { enableFeature } from "./programs/enable-feature.ts";
import { getDns } from "./programs/get-dns.ts";
import { installCert } from "./programs/install-cert.ts";
import { installServiceCert } from "./programs/install-service-cert.ts";
import { listDomains } from "./programs/list-domains.ts";
import { modifyDns } from "./programs/modify-dns.ts";
import type { ServerRoom } from "./server-room.ts";
import { type Ended, toAnswer } from "./to-answer.ts";

/** The panel's own programs. */
const STOCK: Readonly<Record<string, Program>> = {
  "list-domains": listDomains,
  "get-dns": getDns,
  "modify-dns": modifyDns,
  "install-cert": installCert,
  "enable-feature": enableFeature,
  "install-service-cert": installServiceCert,
};

/** Those that the Hostseal module brings along. */
const MODULE: Readonly<Record<string, Program>> = {
  "hostseal-about": about,
  "hostseal-look": look,
  "hostseal-keep": keep,
  "hostseal-restore": restore,
  "hostseal-settle": settle,
  "hostseal-file": file,
  "hostseal-key": key,
};

/** What a caller gets: the media type, and the text below it. */
export type Reply = { readonly type: "application/json" | "text/plain"; readonly text: string };

export type RemoteCgi = {
  readonly room: ServerRoom;
  /** Replaces programs, by name; nothing takes one away. */
  readonly replaced: Readonly<Record<string, Program | undefined>>;
  /** Whether what Webmin writes into its log comes out with every answer. */
  readonly isGrumbling: boolean;
};

const GRUMBLE = "[22/Nov/2026:01:09:05 +0000] [127.0.0.1] Failed to get the version of MariaDB\n";

const plain = (words: string): Reply => ({ type: "text/plain", text: `ERROR: ${words}\n` });

const endOf = async (run: () => string | Promise<string>): Promise<Ended> => {
  try {
    return { status: 0, output: await run() };
  } catch (thrown) {
    if (!(thrown instanceof UsageFault)) throw thrown;
    return { status: 1, output: `${thrown.message}\n\nvirtualmin --help\n` };
  }
};

/** Whether somebody may run a program at all; an owner only what is on a list, and only with a capability. */
const mayRun = (login: Login, program: Program | undefined): boolean =>
  login.role === "master" || (isAllowed(login, "remote_api") && program?.needs !== undefined);

/** `remote.cgi`: runs a program for whoever is logged in. It answers with status 200 whatever comes of it. */
export const callRemote = async (
  { room, replaced, isGrumbling }: RemoteCgi,
  login: Login,
  form: URLSearchParams,
): Promise<Reply> => {
  const name = form.get("program") ?? "";
  const programs: Readonly<Record<string, Program | undefined>> = { ...STOCK, ...MODULE, ...replaced };
  const program = programs[name];
  if (!mayRun(login, program)) return plain("You are not allowed to run remote commands");
  if (!program) {
    const error = `Remote program ${name} does not exist`;
    if (!form.has("json")) return plain(error);
    return { type: "text/plain", text: JSON.stringify({ status: "error", error }) };
  }
  const { status, output } = await endOf(() => program.run({ room, login, given: toArguments(form) }));
  const ended = { status, output: isGrumbling ? `${GRUMBLE}${output}` : output };
  const type = form.has("json") ? "application/json" : "text/plain";
  return { type, text: toAnswer(name, ended, form) };
};

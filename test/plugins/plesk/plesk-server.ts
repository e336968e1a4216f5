import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { buildPlugins } from "@hostseal/bundles";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { onTestFinished } from "vitest";

const PANEL = fileURLToPath(new URL("../../../plugins/plesk/panel", import.meta.url));
const DRIVER = fileURLToPath(new URL("server/plesk.php", import.meta.url));
const VERSION = "1.2.3";

/** The command-line PHP that the panel has as well. */
export const PHP = "php";

/** Where Plesk puts the parts of an extension (extensions guide, "Extension Structure"). */
const PLACES = {
  htdocs: "usr/local/psa/admin/htdocs/modules/hostseal",
  plib: "usr/local/psa/admin/plib/modules/hostseal",
  var: "usr/local/psa/var/modules/hostseal",
} as const;

export type PleskState = {
  session: string;
  locale: string;
  clients: { id: number; login: string; type: string; parent: number; status: number; lacks?: readonly string[] }[];
  domains: {
    id: number;
    name: string;
    client: number;
    zone: string;
    home: string;
    hosting: string | null;
    mail: string | null;
    webmail: string | null;
  }[];
  zones: Record<string, { enabled: boolean; master: boolean }>;
  certificates: { name: string; site: number; cert: string }[];
  extensions: Record<string, { active: boolean; version: string }>;
  settings: Record<string, string>;
  schedule: readonly unknown[];
  tasks: readonly string[];
  log: readonly string[];
};

/** What the driver prints last. */
type Reply = { readonly answer?: unknown; readonly thrown?: string };

export type PleskServer = Awaited<ReturnType<typeof openPleskServer>>;

const temporary = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-plesk-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** The archive as `npm run build:plugins` makes it, as paths and bytes. */
export const packedExtension = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const folder = await temporary();
  await cp(PANEL, join(folder, "plugins/plesk/panel"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ version: VERSION }));
  const [archive] = await buildPlugins(folder, join(folder, "dist"));
  const zip = new ZipReader(new Uint8ArrayReader(archive?.bytes ?? new Uint8Array()), { useWebWorkers: false });
  const files = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  return files;
};

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
};

const unpackedExtension = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = (await filesBelow(PANEL)).map(async (file) => [relative(PANEL, file), await readFile(file)] as const);
  return new Map(await Promise.all(files));
};

const putIntoPlace = async (root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  for (const [path, bytes] of files) {
    const [part = "", ...rest] = path.split("/");
    const place = Object.entries(PLACES).find(([name]) => name === part)?.[1];
    if (place === undefined) continue;
    const file = join(root, place, ...rest);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await mkdir(join(root, PLACES.var), { recursive: true });
};

const domain = (id: number, name: string, client: number, more: Partial<PleskState["domains"][number]> = {}) => ({
  id,
  name,
  client,
  zone: name,
  home: "",
  hosting: null,
  mail: null,
  webmail: null,
  ...more,
});

const here = { enabled: true, master: true };

const initialState = (root: string): PleskState => ({
  session: "admin",
  locale: "en-US",
  clients: [
    { id: 1, login: "admin", type: "admin", parent: 0, status: 0 },
    { id: 2, login: "agency", type: "reseller", parent: 1, status: 0 },
    { id: 3, login: "harbour", type: "client", parent: 2, status: 0 },
    { id: 4, login: "neighbour", type: "client", parent: 1, status: 0 },
  ],
  domains: [
    domain(11, "example.com", 3),
    domain(12, "shop.example.com", 3, { zone: "example.com" }),
    domain(13, "blog.example.org", 3),
    domain(14, "example.net", 3),
    domain(15, "neighbour.example.net", 4),
  ].map((one) => ({ ...one, home: join(root, "var/www/vhosts", one.name) })),
  zones: {
    "example.com": here,
    "blog.example.org": { enabled: false, master: true },
    "example.net": { enabled: true, master: false },
    "neighbour.example.net": here,
  },
  certificates: [],
  extensions: {
    hostseal: { active: true, version: VERSION },
    sslit: { active: true, version: "1.17.0" },
    letsencrypt: { active: false, version: "3.2.0" },
  },
  settings: {},
  schedule: [],
  tasks: [],
  log: [],
});

const run = async (root: string, request: string, parameters: unknown) => {
  const environment = { ...process.env, HOSTSEAL_ROOT: root, PLESK_STATE: join(root, "state.json") };
  const php = spawn(PHP, [DRIVER, request], { env: environment });
  php.stdin.end(JSON.stringify(parameters));
  const [out, err] = await Promise.all([text(php.stdout), text(php.stderr), once(php, "close")]);
  const [json = "", ...before] = out.split("\n").toReversed();
  if (!json.startsWith("{")) throw new Error(`PHP says: ${out}${err}`);
  return { ...(JSON.parse(json) as Reply), printed: before.toReversed().join("\n"), err };
};

/** A server with Plesk as its documents describe it, in a folder of its own, and with our extension installed. */
export const openPleskServer = async (
  change: (state: PleskState) => void = () => undefined,
  extension?: ReadonlyMap<string, Uint8Array>,
) => {
  const root = await temporary();
  const stateFile = join(root, "state.json");
  /** PHP writes an empty array for an empty map. */
  const read = async (): Promise<PleskState> => {
    const state = JSON.parse(await readFile(stateFile, "utf8")) as PleskState;
    return { ...state, settings: { ...state.settings } };
  };
  const alter = async (how: (state: PleskState) => void): Promise<void> => {
    const state = await read();
    how(state);
    await writeFile(stateFile, JSON.stringify(state));
  };
  const ask = async (request: string, parameters: unknown = {}) => run(root, request, parameters);

  await writeFile(stateFile, JSON.stringify(initialState(root)));
  await alter(change);
  for (const { home } of (await read()).domains) await mkdir(join(home, "httpdocs"), { recursive: true });
  await putIntoPlace(root, extension ?? (await unpackedExtension()));
  await ask("script", { name: "post-install" });

  return {
    root,
    state: read,
    alter,
    ask,
    /** The answer to what must not fail. */
    answer: async (request: string, parameters: unknown = {}): Promise<unknown> => {
      const replied = await ask(request, parameters);
      if (replied.thrown !== undefined) throw new Error(replied.thrown);
      return replied.answer;
    },
    /** `plesk bin extension --uninstall hostseal`. */
    uninstall: async (): Promise<readonly string[]> => {
      await ask("script", { name: "pre-uninstall" });
      const left = await filesBelow(join(root, PLACES.var));
      for (const place of Object.values(PLACES)) await rm(join(root, place), { recursive: true });
      return left;
    },
  };
};

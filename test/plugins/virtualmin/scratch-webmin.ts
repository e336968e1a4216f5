import { execFile } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const STUB = fileURLToPath(new URL("webmin", import.meta.url));
const MODULE = fileURLToPath(new URL("../../../plugins/virtualmin/panel", import.meta.url));

/** Root only writes files as somebody else; who is nobody yet stays who they are. */
const NOBODY = 65_534;
const OWNER = process.getuid?.() || NOBODY;

export type Ran = { readonly status: number; readonly output: string };
export type Domain = Readonly<Record<string, unknown>>;

/** A server with Webmin and Virtualmin of a few lines, below a folder of its own. */
export type ScratchWebmin = {
  readonly root: string;
  readonly home: string;
  /** Runs a Perl program with what it is called with, as whoever is logged in. */
  run(program: string, given?: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran>;
  /** A line of Perl in the module's package, once it was loaded. */
  perl(code: string, environment?: Readonly<Record<string, string>>): Promise<Ran>;
  configure(settings: Readonly<Record<string, string>>): Promise<void>;
  domain(): Promise<Domain>;
  change(domain: Domain): Promise<void>;
  close(): Promise<void>;
};

const toLines = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

const start = promisify(execFile);

type Ended = { readonly code?: number; readonly stdout: string; readonly stderr: string };

const execute = async (given: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> => {
  const ended: Ended = await start("perl", [...given], { env: { PATH: process.env["PATH"] ?? "", ...env } }).catch(
    (thrown: unknown) => thrown as Ended,
  );
  return { status: ended.code ?? 0, output: `${ended.stderr}${ended.stdout}` };
};

/** With the files of a module in place, unpacked or as they lie in the repository. */
export const openScratchWebmin = async (module: string = MODULE): Promise<ScratchWebmin> => {
  const root = await mkdtemp(join(tmpdir(), "hostseal-webmin-"));
  const [etc, home] = [join(root, "etc"), join(root, "home")];
  await cp(STUB, join(root, "webmin"), { recursive: true });
  await cp(module, join(root, "webmin/hostseal"), { recursive: true });
  for (const folder of ["etc/hostseal", "etc/virtual-server", "var/modules", "home/public_html"])
    await mkdir(join(root, folder), { recursive: true });
  await chmod(root, 0o711);
  if (process.getuid?.() === 0) await chown(join(home, "public_html"), OWNER, OWNER);
  await writeFile(join(etc, "virtual-server/config"), "plugins=virtualmin-awstats\n");

  const domains = join(etc, "virtual-server/domains.json");
  const change = async (domain: Domain): Promise<void> => writeFile(domains, JSON.stringify([domain]));
  const base = { id: "1789", dom: "example.com", user: "alice", web: 1, mail: 1, home, uid: OWNER, gid: OWNER };
  await change(base);

  const environment = {
    WEBMIN_ROOT: join(root, "webmin"),
    WEBMIN_CONFIG: etc,
    WEBMIN_VAR: join(root, "var"),
    HOSTSEAL_ROOT: root,
  };
  const run: ScratchWebmin["run"] = async (program, given = [], more = {}) =>
    execute([join(root, "webmin", program), ...given], { ...environment, ...more });

  return {
    root,
    home,
    run,
    perl: async (code, more = {}) => {
      const program = `package hostseal; require "${root}/webmin/hostseal/hostseal-lib.pl"; ${code}`;
      return execute(["-I", join(root, "webmin"), "-e", program], { ...environment, ...more });
    },
    configure: async (settings) => writeFile(join(etc, "hostseal/config"), toLines(settings)),
    domain: async () => (JSON.parse(await readFile(domains, "utf8")) as readonly Domain[])[0] ?? {},
    change: async (domain) => change({ ...base, ...domain }),
    close: async () => rm(root, { recursive: true, force: true }),
  };
};

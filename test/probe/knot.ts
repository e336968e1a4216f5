import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { answersFor } from "./ask.ts";
import { type Daemon, serverEnvironment, startDaemon } from "./daemon.ts";

export type Zone = {
  readonly name: string;
  readonly signed: boolean;
  /** The zone file without its `$ORIGIN`. `ds` are the DS records of the signed zones, by name. */
  readonly records: (ds: Readonly<Record<string, string>>) => string;
};

export type KnotWish = { readonly address: string; readonly port: number; readonly zones: readonly Zone[] };
export type Knot = AsyncDisposable & {
  readonly address: string;
  readonly port: number;
  readonly ds: Readonly<Record<string, string>>;
};

const run = promisify(execFile);

const configuration = (folder: string, { address, port, zones }: KnotWish): string => `
server:
    rundir: "${folder}"
    listen: [ ${address}@${port} ]
database:
    storage: "${folder}/keys"
policy:
  - id: single
    single-type-signing: on
    algorithm: ECDSAP256SHA256
template:
  - id: default
    storage: "${folder}"
    file: "%s.zone"
    zonefile-sync: -1
zone:
${zones.map(({ name, signed }) => `  - domain: ${name}\n${signed ? "    dnssec-signing: on\n    dnssec-policy: single\n" : ""}`).join("")}`;

/** A key made before the server starts, so that the parent zone can hold its DS from the beginning. */
const makeKey = async (config: string, zone: string): Promise<string> => {
  const keymgr = (...args: readonly string[]) =>
    run("keymgr", ["-c", config, zone, ...args], { env: serverEnvironment() });
  await keymgr("generate", "algorithm=ECDSAP256SHA256", "ksk=yes", "zsk=yes");
  const { stdout } = await keymgr("ds");
  const sha256 = stdout.split("\n").find((line) => / DS \d+ \d+ 2 /.test(line));
  if (!sha256) throw new Error(`no DS record for ${zone}: ${stdout}`);
  return sha256;
};

const write = async (folder: string, { name, records }: Zone, ds: Knot["ds"]): Promise<void> => {
  const head = `$ORIGIN ${name}.\n$TTL 300\n@ SOA ns1 host 1 3600 600 86400 300\n`;
  await writeFile(join(folder, `${name}.zone`), `${head}${records(ds)}\n`);
};

const start = async (folder: string, wish: KnotWish): Promise<readonly [Daemon, Knot["ds"]]> => {
  const config = join(folder, "knot.conf");
  await mkdir(join(folder, "keys"), { mode: 0o700 });
  await writeFile(config, configuration(folder, wish));
  const signed = wish.zones.filter((zone) => zone.signed);
  const keys = await Promise.all(signed.map(({ name }) => makeKey(config, name)));
  const ds = Object.fromEntries(signed.map(({ name }, index) => [name, keys[index] ?? ""]));
  await Promise.all(wish.zones.map((zone) => write(folder, zone, ds)));
  const isReady = async (): Promise<boolean> => {
    const answers = wish.zones.map(({ name }) => answersFor(name, wish.address, wish.port));
    return (await Promise.all(answers)).every(Boolean);
  };
  return [await startDaemon({ command: "knotd", args: ["-c", config], isReady }), ds];
};

/** An authoritative Knot DNS for the zones, with keys and signatures of its own making. */
export const startKnot = async (wish: KnotWish): Promise<Knot> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-knot-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const [daemon, ds] = await start(folder, wish);
    const { address, port } = wish;
    return { address, port, ds, [Symbol.asyncDispose]: () => daemon[Symbol.asyncDispose]().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};

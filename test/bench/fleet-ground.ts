import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RunningFleet, SECURED } from "../installer/fleet/start-fleet.ts";
import { runProgram } from "../run/run-program.ts";

/** What one way of installing took: seconds by the clock, and of processors, the hosts' part included. */
export type Taken = { readonly wall: number; readonly cpu: number };

const HERTZ = 100;

type Times = { readonly pid: string; readonly parent: string; readonly ticks: number };

/** proc(5): the fields behind the name, which may hold anything; 11 to 14 are own time and that of ended children. */
const timesOf = async (pid: string): Promise<Times> => {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid, parent: fields[1] ?? "", ticks };
};

/** Seconds that we and everybody below us have worked; nobody else on the machine. */
const workedSeconds = async (): Promise<number> => {
  const all = await Promise.all((await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(timesOf));
  const below = (pid: string): number =>
    all.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.ticks + below(child.pid), 0);
  const self = all.find(({ pid }) => pid === String(process.pid))?.ticks ?? 0;
  return (self + below(String(process.pid))) / HERTZ;
};

export const take = async (work: () => Promise<unknown>): Promise<Taken> => {
  const [before, began] = [await workedSeconds(), performance.now()];
  await work();
  const wall = (performance.now() - began) / 1_000;
  return { wall, cpu: (await workedSeconds()) - before };
};

/** A certificate in files, for programs that copy. */
export type PairFiles = { readonly folder: string; readonly certificate: string; readonly key: string };

export const writePair = async ({ authority }: RunningFleet, folder: string): Promise<PairFiles> => {
  const { certificate, chain, key } = await authority.issue(SECURED);
  const files = { folder, certificate: join(folder, "pair.crt"), key: join(folder, "pair.key") };
  await writeFile(files.certificate, [certificate, ...chain].join(""));
  await writeFile(files.key, key.reveal(), { mode: 0o600 });
  return files;
};

/** Where the site of a node has its pair in the beginning. */
export const placeOf = (root: string): Pick<PairFiles, "certificate" | "key"> => ({
  certificate: join(root, "etc", "tls", `${SECURED}.crt`),
  key: join(root, "etc", "tls", `${SECURED}.key`),
});

/** A known_hosts file in which every node stands. */
export const writeKnownHosts = async ({ nodes, hostKey }: RunningFleet, folder: string): Promise<string> => {
  const path = join(folder, "known_hosts");
  const lines = nodes.map(({ world, sshd }) => `[${world.address}]:${sshd.port} ${hostKey.publicLine}\n`);
  await writeFile(path, lines.join(""));
  return path;
};

export const runOrFail = async (program: string, argv: readonly string[], environment = {}): Promise<void> => {
  const { code, output } = await runProgram(program, argv, { environment });
  if (code !== 0) throw new Error(`${program} failed: ${output.slice(-2_000)}`);
};

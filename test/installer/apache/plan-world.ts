import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, type ApacheFolder, dumpOf, makeFolder, preamble, sourceOf, startApache } from "./apache-server.ts";
import { askSite, servedCertificate } from "./ask-site.ts";
import { freePort } from "../../free-port.ts";
import { type ApacheReading, type CertificateWish, planCertificate, type Planned, readApache } from "./subject.ts";
import { makeCertificate, type TestCertificate } from "./test-certificate.ts";

const NAMES = ["a.test", "www.a.test", "b.test", "c.test", "any.w.test"] as const;
const MODULES = ["ssl", "socache_shmcb", "alias", "rewrite", "headers", "macro", "log_config"];

/** A server with certificates `one`, `two`, `other` (RSA) and the `new` one, two ports and a folder. */
export type PlanWorld = AsyncDisposable & {
  readonly folder: ApacheFolder;
  readonly http: number;
  readonly https: number;
  readonly certificates: Readonly<Record<"one" | "two" | "other" | "new", TestCertificate>>;
  /** The directives that name a pair. */
  readonly pair: (title: "one" | "two" | "other") => string;
};

export const makeWorld = async (): Promise<PlanWorld> => {
  const folder = await makeFolder();
  const make = (title: string, family: "rsa" | "ecdsa" = "ecdsa") =>
    makeCertificate(folder.root, { title, names: NAMES, family });
  const [one, two, other, young] = await Promise.all([make("one"), make("two"), make("other", "rsa"), make("new")]);
  const certificates = { one, two, other, new: young };
  return {
    folder,
    http: await freePort("0.0.0.0"),
    https: await freePort("0.0.0.0"),
    certificates,
    pair: (title) =>
      `SSLCertificateFile ${certificates[title].certificate}\nSSLCertificateKeyFile ${certificates[title].key}\n`,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
};

export const configure = async ({ folder, http }: PlanWorld, text: string): Promise<void> => {
  const modules = MODULES.filter((name) => name !== "log_config");
  await folder.write("httpd.conf", `${preamble(folder.root, ...modules)}Listen ${http}\n${text}`);
};

const readWorld = async ({ folder }: PlanWorld): Promise<ApacheReading> => {
  const read = readApache(await sourceOf(folder), await dumpOf(folder));
  if (read.kind !== "read") throw new Error(read.sentence);
  return read;
};

export type WishChange = Partial<Omit<CertificateWish, "reading">>;

export const planIn = async (world: PlanWorld, change: WishChange = {}): Promise<Planned> => {
  const { certificates, http, https } = world;
  return planCertificate({
    reading: await readWorld(world),
    name: "a.test",
    addresses: ["127.0.0.1"],
    certificatePath: certificates.new.certificate,
    keyPath: certificates.new.key,
    keyFamily: "ecdsa",
    names: ["a.test", "www.a.test"],
    keyFamilies: new Map([
      [certificates.one.certificate, "ecdsa"],
      [certificates.two.certificate, "ecdsa"],
      [certificates.other.certificate, "rsa"],
    ]),
    distribution: "debian",
    ports: { http, https },
    ...change,
  });
};

export type Sight = Readonly<Record<string, string>>;

/** Which certificate and which content each name is served, the default of the port among them. */
const look = async (world: PlanWorld, address = "127.0.0.1"): Promise<Sight> => {
  const trusted = Object.values(world.certificates).map(({ pem }) => pem);
  const seen: Record<string, string> = {};
  for (const name of [...NAMES, undefined]) {
    const secure = servedCertificate({ address, port: world.https, name }, trusted);
    seen[`https ${name ?? "default"}`] = await secure.catch(() => "none");
    const plain = await askSite({ address, port: world.http, name });
    seen[`http ${name ?? "default"}`] = `${plain.status} ${plain.location ?? plain.body}`;
  }
  return seen;
};

/** Looks, writes what is planned, has the server test and take it, and looks again. */
export const carryOut = async (world: PlanWorld, planned: Planned): Promise<readonly [Sight, Sight]> => {
  if (planned.kind !== "planned") throw new Error(`not planned: ${"sentence" in planned ? planned.sentence : ""}`);
  await using running = await startApache(world.folder, world.http);
  const before = await look(world);
  for (const { path, after } of planned.changes) await writeFile(path, after);
  await ask(world.folder, "-t");
  await running.reload();
  return [before, await look(world)];
};

/** The lines of a file of the folder. */
export const pathIn = ({ folder }: PlanWorld, path: string): string => join(folder.root, path);

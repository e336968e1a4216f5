import { join } from "node:path";
import type { KeyType } from "@hostseal/pki";
import { askHttp, askTls, type TlsAnswer } from "./ask.ts";
import { movePorts, type Ports } from "./move-ports.ts";
import { mainFile, type NginxProcess, openWorkshop, runNginx, startNginx, type Workshop } from "./nginx-process.ts";
import { freePort } from "../../free-port.ts";
import {
  type CertificatePlan,
  type CertificateWish,
  createServerFinder,
  type FileChange,
  includedFiles,
  loadTree,
  type NginxBuild,
  type NginxServer,
  type NginxTree,
  parseBuild,
  planCertificate,
  readServers,
} from "./subject.ts";
import { foundAuthority, type TestAuthority } from "./test-authority.ts";

/** Names that are asked before and after; certificates are good for them all. */
export const NAMES = ["target.example", "www.target.example", "other.example", "third.example", "nobody.example"];
export const ADDRESSES = ["127.0.0.1", "::1"];

export type Stage = AsyncDisposable & {
  readonly workshop: Workshop;
  readonly ports: Ports;
  readonly authority: TestAuthority;
  readonly tree: NginxTree;
  readonly servers: readonly NginxServer[];
  readonly build: NginxBuild;
  readonly nginx: NginxProcess;
};

export type StageWish = {
  readonly http: string;
  readonly others?: Readonly<Record<string, string>>;
  /** Certificates that lie there, by common name, which is the name of their files too. */
  readonly certificates?: Readonly<Record<string, KeyType>>;
};

const writeMoved = ({ write }: Workshop, files: Readonly<Record<string, string>>, ports: Ports): Promise<void> =>
  write(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, movePorts(Buffer.from(text), ports)])));

/** The tree as we believe it to be: with the ports that nginx would have if it were alone. */
const readTree = ({ folder, main }: Workshop, files: Readonly<Record<string, string>>): NginxTree => {
  const all = Object.entries(files).map(([path, text]) => [join(folder, "etc", path), Buffer.from(text)] as const);
  const ordered = includedFiles({ root: main, files: new Map(all) });
  const loaded = ordered.kind === "ordered" ? loadTree({ root: main, files: ordered.files }) : ordered;
  if (loaded.kind === "refused") throw new Error(loaded.because.kind);
  return loaded.tree;
};

const readBuild = async (workshop: Workshop): Promise<NginxBuild> => {
  const read = parseBuild((await runNginx(workshop, "-V")).stderr);
  if (read.kind === "no-build") throw new Error("nginx does not say what it is");
  return read.build;
};

/** A running nginx with these servers and the certificates they name. */
export const openStage = async ({
  http,
  others = {},
  certificates = { old: "ec-p256" },
}: StageWish): Promise<Stage> => {
  const [workshop, authority] = [await openWorkshop(), await foundAuthority(NAMES)];
  const [plain, secure] = [await freePort("0.0.0.0"), await freePort("0.0.0.0")];
  const ports = { http: plain, https: secure };
  for (const [name, type] of Object.entries({ new: "ec-p256" as const, ...certificates })) {
    const { certificate, key } = await authority.issue(name, type);
    await workshop.write({ [`${name}.pem`]: certificate, [`${name}.key`]: key });
  }
  const files = { ...others, "nginx.conf": mainFile(workshop, http) };
  await writeMoved(workshop, files, ports);
  const nginx = await startNginx(workshop);
  const tree = readTree(workshop, files);
  return {
    workshop,
    ports,
    authority,
    tree,
    nginx,
    servers: readServers({ tree }),
    build: await readBuild(workshop),
    [Symbol.asyncDispose]: async () => {
      await nginx[Symbol.asyncDispose]();
      await workshop[Symbol.asyncDispose]();
    },
  };
};

/** The server for the name over TLS if one has it by name, or else in plain. */
export const targetOn = ({ servers }: Stage, name = "target.example"): NginxServer => {
  const find = createServerFinder(servers);
  const [tls, plain] = [find({ name, port: 443, tls: true }), find({ name, port: 80, tls: false })];
  if (tls.kind === "served" && tls.reason.kind === "name") return tls.server;
  if (plain.kind === "served") return plain.server;
  throw new Error(`nobody answers for ${name}`);
};

export const planOn = (stage: Stage, wish: Partial<CertificateWish> = {}): CertificatePlan =>
  planCertificate({
    tree: stage.tree,
    servers: stage.servers,
    build: stage.build,
    target: wish.target ?? targetOn(stage),
    certificatePath: join(stage.workshop.folder, "etc", "new.pem"),
    keyPath: join(stage.workshop.folder, "etc", "new.key"),
    keyFamily: "ecdsa",
    names: ["target.example", "www.target.example"],
    ...wish,
  });

/** Writes the changed files, has nginx test them, and tells it to read them. */
export const carryOut = async ({ workshop, ports, nginx }: Stage, changes: readonly FileChange[]): Promise<void> => {
  const etc = join(workshop.folder, "etc");
  for (const { path, after } of changes)
    await workshop.write({ [path.slice(etc.length + 1)]: movePorts(after, ports) });
  const { code, stderr } = await runNginx(workshop, "-t");
  if (code !== 0) throw new Error(`nginx refuses the plan: ${stderr}`);
  await nginx.reload();
};

const nobody = (): undefined => undefined;

export const tlsOn = ({ ports, authority }: Stage, name: string, signatures?: string): Promise<TlsAnswer | undefined> =>
  askTls(
    { address: "127.0.0.1", port: ports.https, name, ...(signatures !== undefined && { signatures }) },
    authority.root,
  ).catch(nobody);

/** What every name is told: in plain its status and content, over TLS its certificate and content. Silence is left out. */
export const survey = async ({ ports, authority }: Stage): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const address of ADDRESSES)
    for (const name of NAMES) {
      const plain = await askHttp({ address, port: ports.http, name }).catch(nobody);
      const tls = await askTls({ address, port: ports.https, name }, authority.root).catch(nobody);
      if (plain) found.set(`http ${name} ${address}`, `${plain.status} ${plain.body.toString()}`);
      if (tls) found.set(`https ${name} ${address}`, `${tls.commonName} ${tls.status} ${tls.body.toString()}`);
    }
  return found;
};

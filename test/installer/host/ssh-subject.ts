import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { createSsh2Transport, createSshHost, type SshTarget, type Transport } from "@hostseal/installer";
import type { DomainName } from "@hostseal/rules";
import { type HostSubject, type Plot, type Verb, VERBS } from "../../contracts/host-check.ts";
import { createTestAuthority, type TestAuthority } from "../../contracts/host-test-authority.ts";
import { createVisitor, type Visitor } from "../../contracts/host-visitor.ts";
import { makeKey } from "../transport/make-key.ts";
import { asRoot, type LoginWay } from "../root-program/login-way.ts";
import { startSshd } from "../transport/start-sshd.ts";
import { startLocalShell } from "./local-shell.ts";
import { createRecording } from "./recording-transport.ts";
import { clock, random, sha256 } from "./stage.ts";
import type { World } from "./start-nginx.ts";

const NOBODY = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/bin/sh", "-s"];

const plot = (site: string): Plot => ({ site: asId(site), name: site as DomainName });

/** A login that is nobody's, in the place of one over the network. */
const nobodysTransport: Transport = {
  connect: async () => ({
    shell: async () => startLocalShell(NOBODY),
    [Symbol.asyncDispose]: async () => undefined,
  }),
};

const textsBelow = async (folder: string): Promise<readonly (readonly [string, string])[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [file, sha256(await readFile(file))] as const));
};

/** Whether a file is that of one site. */
const isOf = ({ site }: Plot, file: string) =>
  file.endsWith(`-${site.split(".")[0]}`) || file.includes(`/hostseal/${site}`);

/** The parts of the configuration: files that are a site's own, and all others. */
const takeSnapshot = async (
  { root }: World,
  visitor: Visitor,
  { bare, secured, neighbour }: Pick<HostSubject, "bare" | "secured" | "neighbour">,
): Promise<Readonly<Record<string, unknown>>> => {
  const files = await textsBelow(join(root, "etc"));
  const plots = [bare, secured, neighbour];
  const parts = plots.map(async (one) => {
    const certificate = await visitor.served(one.name);
    return [`tls:${one.site}`, { certificate, files: files.filter(([file]) => isOf(one, file)) }] as const;
  });
  const rest = files.filter(([file]) => !plots.some((one) => isOf(one, file)));
  return { ...Object.fromEntries(await Promise.all(parts)), rest };
};

export type SshSubject = HostSubject & {
  readonly world: World;
  /** The same, but another host key is expected of it. */
  connectExpecting(fingerprint: string): Host;
  /** Kills every connection, as when the machine between is gone. */
  dropLinks(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a web server with sites for which the authority has issued. */
export type StartWorld = (authority: TestAuthority) => Promise<World>;

/** A real web server behind a real sshd, both on loopback and in folders of their own. */
export const openSshSubject = async (start: StartWorld, way: LoginWay = asRoot): Promise<SshSubject> => {
  const authority = await createTestAuthority(clock.now());
  const world = await start(authority);
  const keys = join(world.root, "keys");
  await mkdir(keys);
  const [hostKey, ours, strange] = await Promise.all(
    ["host", "ours", "strange"].map(async (name) => makeKey(keys, name, "ed25519")),
  );
  if (!hostKey || !ours || !strange) throw new TypeError("three keys were made");
  const machine = join(world.root, "machine");
  await mkdir(machine);
  const { authorised, user, within = [] } = await way({ folder: machine, state: world.state, key: ours });
  const sshd = await startSshd({ hostKeys: [hostKey], authorised: [authorised], within });
  const target: SshTarget = {
    host: "test",
    address: "127.0.0.1",
    port: sshd.port,
    user: user ?? sshd.user,
    jumps: [],
    login: { kind: "key", path: ours.path },
    hostKeys: { kind: "fingerprint", sha256: hostKey.fingerprint },
  };
  const recording = createRecording(createSsh2Transport({ clock, random }));
  const { config, state, address } = world;
  const connect = (overrides: { readonly target?: SshTarget; readonly transport?: Transport } = {}): Host => {
    const settings = { id: asId<Host["id"]>("test"), target, transport: recording.transport, clock, random };
    return createSshHost({ ...settings, config, state, addresses: [address], patience: 20, ...overrides });
  };
  const host = connect();
  const visitor = createVisitor({ http: { address, port: 80 }, https: { address, port: 443 } });
  const plots = {
    secured: plot("secured.example.com"),
    bare: plot("bare.example.com"),
    neighbour: plot("first.example.com"),
  };
  return {
    host,
    connect: () => connect(),
    connectExpecting: (fingerprint) =>
      connect({ target: { ...target, hostKeys: { kind: "fingerprint", sha256: fingerprint } } }),
    connectAsStranger: () => connect({ target: { ...target, login: { kind: "key", path: strange.path } } }),
    connectWithoutPermission: () => ({ host: connect({ transport: nobodysTransport }), permission: "root" }),
    ...plots,
    foreignSite: asId("elsewhere.example.com"),
    hostedName: "example.com",
    foreignName: "blog.example.org",
    ...authority,
    behind: {
      ...visitor,
      records: async () => [],
      snapshot: async () => takeSnapshot(world, visitor, plots),
      interfere: async ({ site }) => {
        const path = (await textsBelow(join(world.root, "etc", "sites"))).find(([file]) =>
          file.endsWith(`-${site.split(".")[0]}`),
        );
        if (path) await writeFile(path[0], `${await readFile(path[0], "utf8")}# by hand\n`);
      },
    },
    wire: recording,
    callBounds: Object.fromEntries(VERBS.map((verb) => [verb, 1])) as Record<Verb, number>,
    secrets: [await readFile(ours.path, "utf8")],
    world,
    dropLinks: async () => sshd.dropLinks(),
    close: async () => {
      await sshd.close();
      await world[Symbol.asyncDispose]();
    },
  };
};

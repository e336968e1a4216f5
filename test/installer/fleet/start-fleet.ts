import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asId, type HostId } from "@hostseal/core";
import { createSsh2Transport, type SshHostSettings } from "@hostseal/installer";
import type { FleetBundle, FleetServer } from "@hostseal/installer/fleet";
import type { DomainName } from "@hostseal/rules";
import type { Issued } from "../../contracts/host-check.ts";
import { createTestAuthority, type TestAuthority } from "../../contracts/host-test-authority.ts";
import { nginxSites } from "../host/nginx-sites.ts";
import { clock, random } from "../host/stage.ts";
import { startNginx, type World } from "../host/start-nginx.ts";
import { type KeyPair, makeKey } from "../transport/make-key.ts";
import { type Sshd, startSshd } from "../transport/start-sshd.ts";

/** One host of a fleet: a web server and an SSH server on an address of their own. */
export type FleetNode = { readonly id: string; readonly world: World; readonly sshd: Sshd };

export type RunningFleet = AsyncDisposable & {
  readonly nodes: readonly FleetNode[];
  readonly authority: TestAuthority;
  readonly hostKey: KeyPair;
  readonly userKey: KeyPair;
  /** How each node is reached; for the built-in driver, with one transport for all. */
  readonly settings: (node: FleetNode) => SshHostSettings;
};

export const SECURED = "secured.example.com" as DomainName;

/**
 * A table of processes of its own, as every real host has one, and none of the things that the shell of whoever runs
 * this does at its start; `besides` is the way for others into it.
 */
const QUIETLY = 'if [ -e ~/.bashrc ]; then mount --bind /dev/null ~/.bashrc; fi; exec "$@"';
const UNSHARE = ["/usr/bin/unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
const APART = [...UNSHARE, "/bin/sh", "-c", QUIETLY, "apart"];
const besides = ({ pid }: World): readonly string[] => [
  "/usr/bin/nsenter",
  `--pid=/proc/${pid}/ns/pid_for_children`,
  `--mount=/proc/${pid}/ns/mnt`,
];

type NodeWish = {
  readonly id: string;
  readonly hostKey: KeyPair;
  readonly userKey: KeyPair;
  readonly authority: TestAuthority;
  readonly isApart: boolean;
};

const startNode = async ({ id, hostKey, userKey, authority, isApart }: NodeWish): Promise<FleetNode> => {
  const world = await startNginx(await nginxSites(authority), isApart ? APART : []);
  const settings = [`ListenAddress ${world.address}`];
  const within = isApart ? besides(world) : [];
  return { id, world, sshd: await startSshd({ hostKeys: [hostKey], authorised: [userKey], settings, within }) };
};

const stopNode = async ({ sshd, world }: FleetNode): Promise<void> => {
  await sshd.close();
  await world[Symbol.asyncDispose]();
};

/** So many real hosts on loopback, each with a secured site and neighbours; as root they can be apart from each other. */
export const startFleet = async (size: number, isApart = false): Promise<RunningFleet> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-fleet-"));
  await mkdir(join(folder, "keys"));
  const hostKey = await makeKey(folder, "host", "ed25519");
  const userKey = await makeKey(folder, "user", "ed25519");
  const authority = await createTestAuthority(clock.now());
  const nodes: FleetNode[] = [];
  for (let number = 1; number <= size; number += 1)
    nodes.push(await startNode({ id: `web${number}`, hostKey, userKey, authority, isApart }));
  const transport = createSsh2Transport({ clock, random });
  return {
    nodes,
    authority,
    hostKey,
    userKey,
    settings: ({ id, world, sshd }) => ({
      id: asId<HostId>(id),
      transport,
      clock,
      random,
      target: {
        host: id,
        address: world.address,
        port: sshd.port,
        user: sshd.user,
        jumps: [],
        login: { kind: "key", path: userKey.path },
        hostKeys: { kind: "fingerprint", sha256: hostKey.fingerprint },
      },
      config: world.config,
      state: world.state,
      patience: 20,
    }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(nodes.map(stopNode));
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export const toBundle = (name: DomainName, { certificate, chain, key }: Issued): FleetBundle => ({
  name,
  certificate,
  chain,
  key,
  redirect: false,
  hsts: false,
});

/** The same certificates for every node. */
export const serversOf = (
  { nodes, settings }: RunningFleet,
  bundles: readonly FleetBundle[],
): ReadonlyMap<string, FleetServer> => new Map(nodes.map((node) => [node.id, { settings: settings(node), bundles }]));

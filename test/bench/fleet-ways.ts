import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSsh2Transport } from "@hostseal/installer";
import { createFleetInstaller, foldFleet, isComplete, runFleet, type FleetEvent } from "@hostseal/installer/fleet";
import { clock, random } from "../installer/host/stage.ts";
import { type FleetNode, type RunningFleet, SECURED, serversOf, toBundle } from "../installer/fleet/start-fleet.ts";
import { type PairFiles, placeOf, runOrFail, writeKnownHosts, writePair } from "./fleet-ground.ts";

/** Prepares a round, and gives what is measured of it. */
export type Way = (fleet: RunningFleet, folder: string) => Promise<() => Promise<unknown>>;

const WORD = "here";

/** The floor: a connection to everybody at once with ssh2, host keys verified, and a shell that does nothing. */
export const bareConnections: Way = async ({ nodes, settings }) => {
  const transport = createSsh2Transport({ clock, random });
  const visit = async (node: FleetNode): Promise<void> => {
    await using connection = await transport.connect(settings(node).target);
    const shell = await connection.shell();
    await shell.write(`true; echo ${WORD}; exit\n`);
    for await (const line of shell.lines) if (line === WORD) return;
    throw new Error(`${node.id} says nothing`);
  };
  return async () => Promise.all(nodes.map(visit));
};

/** Ours: facts, plan, test, reload and proof on every node, with a journal on the disk. */
export const ourFleet: Way = async (fleet, folder) => {
  const bundle = toBundle(SECURED, await fleet.authority.issue(SECURED));
  const transport = createSsh2Transport({ clock, random });
  const servers = new Map(
    [...serversOf(fleet, [bundle])].map(([id, { settings, bundles }]) => [
      id,
      { settings: { ...settings, transport }, bundles },
    ]),
  );
  const events: FleetEvent[] = [];
  const append = async (event: FleetEvent): Promise<void> =>
    writeFile(join(folder, "journal"), `${JSON.stringify(event)}\n`, { flag: "a", flush: true });
  const waves = [fleet.nodes.map(({ id }) => ({ id, gateway: id }))];
  const bounds = { parallel: fleet.nodes.length, perGateway: 1, mostFailures: 0, past: [], waves };
  return async () => {
    const ports = { clock, random, journal: { append }, ...createFleetInstaller(servers) };
    for await (const event of runFleet(bounds, ports)) events.push(event);
    if (!isComplete(foldFleet(events))) throw new Error(JSON.stringify(events.at(-2)));
  };
};

const inventoryOf = ({ nodes, userKey }: RunningFleet, knownHosts: string): string => {
  const options = `-o UserKnownHostsFile=${knownHosts} -o StrictHostKeyChecking=yes`;
  const lines = nodes.map(({ id, world, sshd }) => {
    const { certificate, key } = placeOf(world.root);
    const login = `ansible_host=${world.address} ansible_port=${sshd.port} ansible_user=${sshd.user}`;
    return `${id} ${login} config=${world.config} root=${world.root} certificate=${certificate} key=${key}`;
  });
  const common = [
    `ansible_ssh_private_key_file=${userKey.path}`,
    `ansible_ssh_common_args='${options}'`,
    "ansible_python_interpreter=/usr/bin/python3",
  ];
  return [...lines, "[all:vars]", ...common, ""].join("\n");
};

const playbook = (pair: PairFiles): string => `- hosts: all
  gather_facts: false
  tasks:
    - copy: { src: ${pair.certificate}, dest: "{{ certificate }}", mode: "0644" }
    - copy: { src: ${pair.key}, dest: "{{ key }}", mode: "0600" }
    - command: nginx -c "{{ config }}" -t
    - command: nginx -c "{{ config }}" -s reload
`;

/** Ansible with pipelining and a fork for each node: copy, validate, reload. Nothing is proven, nothing put back. */
export const ansible: Way = async (fleet, folder) => {
  const pair = await writePair(fleet, folder);
  const [inventory, book] = [join(folder, "hosts.ini"), join(folder, "play.yml")];
  await writeFile(inventory, inventoryOf(fleet, await writeKnownHosts(fleet, folder)));
  await writeFile(book, playbook(pair));
  const environment = {
    ANSIBLE_PIPELINING: "1",
    ANSIBLE_FORKS: String(fleet.nodes.length),
    ANSIBLE_HOME: folder,
    ANSIBLE_SSH_CONTROL_PATH_DIR: join(folder, "c"),
    LC_ALL: "C.UTF-8",
  };
  return async () => runOrFail("ansible-playbook", ["-i", inventory, book], environment);
};

const hook = (pair: PairFiles, knownHosts: string, { nodes, userKey }: RunningFleet): string => {
  const options = `-i ${userKey.path} -o UserKnownHostsFile=${knownHosts} -o BatchMode=yes`;
  const steps = nodes.map(({ world, sshd }) => {
    const { certificate, key } = placeOf(world.root);
    const far = `echo \\"$certificate\\" > ${certificate}; echo \\"$key\\" > ${key}; nginx -c ${world.config} -t && nginx -c ${world.config} -s reload`;
    return `ssh ${options} -p ${sshd.port} ${sshd.user}@${world.address} "${far}"`;
  });
  return [`certificate=$(cat ${pair.certificate})`, `key=$(cat ${pair.key})`, "set -e", ...steps, ""].join("\n");
};

/** One server after the other, each over one `ssh` with everything in its command line. */
export const shellHook: Way = async (fleet, folder) => {
  const pair = await writePair(fleet, folder);
  const script = join(folder, "hook.sh");
  await writeFile(script, hook(pair, await writeKnownHosts(fleet, folder), fleet));
  return async () => runOrFail("sh", [script]);
};

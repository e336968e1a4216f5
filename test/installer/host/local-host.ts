import { asId, type Host } from "@hostseal/core";
import { createSshHost, type SshHostSettings, type SshTarget, type Transport } from "@hostseal/installer";
import { startLocalShell } from "./local-shell.ts";
import { clock, random } from "./stage.ts";
import type { World } from "./start-nginx.ts";

/** Shells of this machine in the place of a login over the network. */
const localTransport: Transport = {
  connect: async () => ({
    shell: async () => startLocalShell(),
    [Symbol.asyncDispose]: async () => undefined,
  }),
};

const TARGET: SshTarget = {
  host: "here",
  address: "127.0.0.1",
  port: 22,
  user: "root",
  jumps: [],
  login: { kind: "agent", socket: "" },
  hostKeys: { kind: "fingerprint", sha256: "" },
};

/** The Host port for a web server of this machine. */
export const localHost = ({ config, state, address }: World, overrides: Partial<SshHostSettings> = {}): Host =>
  createSshHost({
    id: asId<Host["id"]>("here"),
    target: TARGET,
    transport: localTransport,
    clock,
    random,
    config,
    state,
    addresses: [address],
    ...overrides,
  });

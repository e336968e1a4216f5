import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { SshHostConfig } from "../../composition/ssh/ssh-host-schema.ts";
import { startOwnProgram } from "./own-program.ts";
import { PROGRAMS } from "./programs.ts";
import type { ServerPlace } from "./server-files.ts";
import { writeServerFiles } from "./server-files.ts";
import { isListening, startSshd } from "./start-sshd.ts";

/** A server of the demo's own: nginx with one site, reached over SSH. */
export type DemoServer = AsyncDisposable & {
  readonly address: string;
  /** What the configuration says of it. */
  readonly entry: SshHostConfig;
};

export type ServerWish = {
  /** A folder of its own; it stays when the server has ended. */
  readonly folder: string;
  readonly ports: ServerPlace["ports"];
  readonly now: Instant;
  readonly random: Random;
};

const HTTP_PORT = 80;
const PATIENCE = 60;
const LOOPBACK_NETWORK = 127;
const MOST_PARTS = 254;

const part = (value: number): number => 1 + (value % MOST_PARTS);

/** An address of loopback that nobody uses, so that the well-known ports are free there. */
const freshAddress = (random: Random): string => {
  const [first = 0, second = 0, third = 0] = random.bytes(3);
  return [LOOPBACK_NETWORK, part(first), part(second), part(third)].join(".");
};

/** Starts sshd and nginx in a folder of their own, on an address of loopback that nothing else uses. */
export const startServer = async ({ folder, ports, now, random }: ServerWish): Promise<DemoServer> => {
  await using closing = new AsyncDisposableStack();
  const address = freshAddress(random);
  await mkdir(folder, { recursive: true });
  const config = await writeServerFiles({ folder, address, ports }, { now, random });
  const { program, keys } = await startSshd(folder, address);
  closing.use(program);
  closing.use(
    await startOwnProgram({
      path: PROGRAMS.nginx,
      argv: ["-c", config],
      isUp: () => isListening(address, HTTP_PORT),
    }),
  );
  const open = closing.move();
  return {
    address,
    entry: {
      driver: "ssh",
      address,
      user: "root",
      login: { key: keys.login },
      hostKey: keys.fingerprint,
      config,
      state: join(folder, "state"),
      addresses: [address],
      patience: PATIENCE,
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};

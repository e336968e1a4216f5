import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installedProgram } from "@hostseal/installer";
import { markShell } from "@hostseal/installer/apply";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { startLocalShell } from "../host/local-shell.ts";
import { nginxSites } from "../host/nginx-sites.ts";
import { clock, manifest, random } from "../host/stage.ts";
import { startNginx, type World } from "../host/start-nginx.ts";

export type InstalledHere = AsyncDisposable & {
  readonly world: World;
  readonly etc: string;
  /** The line of the running master, as the report says it. */
  readonly line: string;
  /** Sends bytes as they are, and returns every word that the program says, with what follows it. */
  say(bytes: string | Uint8Array): Promise<readonly string[]>;
  /** Everything below the world's folder but what the server itself and the program's bookkeeping write. */
  tree(): Promise<Readonly<Record<string, string>>>;
};

const OWN = /^(?:state|temp|error\.log|nginx\.pid|machine)(?:\/|$)|^\.$/;

/** The program as an operator installs it, on this machine, beside a real nginx; started anew for each request. */
export const installHere = async (shell = "/usr/bin/dash"): Promise<InstalledHere> => {
  const world = await startNginx(await nginxSites(await createTestAuthority(clock.now())));
  const [etc, machine, outside] = ["etc", "machine", "outside"].map((name) => join(world.root, name));
  if (etc === undefined || machine === undefined || outside === undefined) throw new TypeError("three were named");
  await Promise.all([mkdir(machine), mkdir(outside)]);
  await writeFile(join(outside, "precious"), "precious\n");
  await symlink(outside, join(etc, "leads-out"));
  await symlink(join(outside, "precious"), join(etc, "a-link"));
  const program = join(machine, "hostseal-host");
  await writeFile(program, installedProgram({ state: world.state }));
  const command = await readFile(`/proc/${world.pid}/cmdline`, "latin1");
  return {
    world,
    etc,
    line: command.replaceAll("\0", " ").trim(),
    say: async (bytes) => {
      const root = markShell(startLocalShell([...shell.split(" "), program]), "here", random);
      await root.write(`: ${root.marker};\n`);
      await root.write(bytes).catch(() => undefined);
      root.end();
      const words = await Array.fromAsync(root.messages, (message) =>
        message.kind === "word" ? `${message.word} ${message.rest}` : message.title,
      );
      await root.over;
      return words;
    },
    tree: async () =>
      Object.fromEntries(Object.entries(await manifest(world.root)).filter(([path]) => !OWN.test(path))),
    [Symbol.asyncDispose]: async () => world[Symbol.asyncDispose](),
  };
};

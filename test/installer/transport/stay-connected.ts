import { randomBytes } from "node:crypto";
import { createSsh2Transport, createSystemSshTransport, type SshTarget } from "@hostseal/installer";

const [driver = "", text = ""] = process.argv.slice(2);
const deps = {
  random: { bytes: (count: number) => randomBytes(count) },
  clock: { now: () => 0, until: async () => undefined },
};

/** A program that logs in, says so, and then stays for as long as it lives. */
const transport = driver === "system" ? createSystemSshTransport(deps) : createSsh2Transport(deps);
const connection = await transport.connect(JSON.parse(text) as SshTarget);
const shell = await connection.shell();
await shell.write("echo here\nread -r word\n");
for await (const line of shell.lines) process.stdout.write(`${line}\n`);

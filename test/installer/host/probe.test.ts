import { runProbe } from "@hostseal/installer";
import { expect, test } from "vitest";
import { startLocalProgram } from "./local-shell.ts";
import { startNginx } from "./start-nginx.ts";

const SITE = `server {
    listen {address}:80;
    server_name one.example;
    root {root}/one;
}
`;

test("reads from a running nginx what it is, how it was started and every file it has read", async () => {
  await using world = await startNginx({ "sites/one": SITE });
  const host = await runProbe(await startLocalProgram(), { config: world.config });
  expect(host).toMatchObject({
    kind: "facts",
    facts: {
      system: { kernel: "Linux", distribution: "debian" },
      server: {
        kind: "nginx",
        root: world.config,
        commands: {
          test: ["/usr/sbin/nginx", "-c", world.config, "-t"],
          reload: { kind: "signal", signal: "HUP", exe: "/usr/sbin/nginx" },
        },
      },
    },
  });
  if (host.kind !== "facts") return;
  const site = `${world.root}/etc/sites/one`;
  expect([...host.facts.server.files.keys()]).toEqual([world.config, site]);
  expect(host.facts.fileFacts.get(site)).toMatchObject({ mode: "0644", owner: "0:0" });
});

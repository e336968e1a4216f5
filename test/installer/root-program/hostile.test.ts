import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../host/stage.ts";
import { type InstalledHere, installHere } from "./installed-here.ts";

const SHELLS = ["/usr/bin/dash", "/bin/bash", "/usr/bin/busybox sh"];
const NEW = "new content\n";

/** The lines of a request that would be granted; a test changes one of them. */
const applyLines = async ({ etc, line, world }: InstalledHere) => {
  const site = join(etc, "sites", "10-secured");
  const before = await readFile(site);
  const content = Buffer.concat([before, Buffer.from("# more\n")]);
  const lines = {
    state: `state ${world.state}`,
    id: "id run-0123456789abcdef",
    patience: "patience 20",
    server: `server nginx ${line}`,
    watch: `watch ${sha256(before)} ${site}`,
    change: `file 0644 0:0 ${sha256(before)} sent ${content.length} ${sha256(content)} ${site}`,
  };
  return { lines, content, site };
};

const request = (verb: string, lines: readonly string[]): string => [verb, ...lines, "end", ""].join("\n");

/** What a new file would be, anywhere. */
const newFile = (path: string, { mode = "0644", owner = "0:0" } = {}): string =>
  `file ${mode} ${owner} absent sent ${NEW.length} ${sha256(NEW)} ${path}`;

const refused = /^(?:misread|forbidden|gone|in-the-way|absent|withdrawn|unmade|changed) ?/;

/** Says each request, and that nothing came of it. */
const expectNothing = async (here: InstalledHere, requests: Readonly<Record<string, string | Uint8Array>>) => {
  const before = await here.tree();
  for (const [name, bytes] of Object.entries(requests)) {
    const words = await here.say(bytes);
    const said = words.filter((word) => !word.startsWith("hello ") && !word.startsWith("step locked"));
    expect(
      said.every((word) => refused.test(word)),
      `${name}: ${said.join("; ")}`,
    ).toBe(true);
    expect(await here.tree(), name).toEqual(before);
  }
  const left = existsSync(here.world.state) ? await readdir(here.world.state, { recursive: true }) : [];
  expect(left.filter((path) => !["journal", "done", "keys"].includes(path))).toEqual([]);
};

describe.each(SHELLS)("the installed program in %s", (shell) => {
  test("does what is right, so that all else is refused for a reason", async () => {
    await using here = await installHere(shell);
    const before = await here.tree();
    const { lines, content } = await applyLines(here);
    const asked = Buffer.concat([
      Buffer.from(request("apply", Object.values(lines))),
      content,
      Buffer.from("rollback\n"),
    ]);
    const words = await here.say(asked);
    expect(words).toContain("applied ");
    expect(words.at(-1)).toBe("restored run-0123456789abcdef");
    expect(await here.tree()).toEqual(before);
  });

  test(
    "refuses fields that are not what they should be, and verbs that it does not have",
    { timeout: 60_000 },
    async () => {
      await using here = await installHere(shell);
      const { lines, site } = await applyLines(here);
      const witness = join(here.world.root, "outside", "witness");
      const wrong: Readonly<Record<keyof typeof lines, readonly string[]>> = {
        state: [`state ${here.world.root}/elsewhere`, "state ", `state ${here.world.state}/../state`],
        id: [
          "id ../../x",
          "id a b",
          "id ",
          "id -rf",
          `id ${"a".repeat(65)}`,
          `id $(touch ${witness})`,
          "id a\0/b",
          "id a'b",
        ],
        patience: ["patience -1", "patience x", "patience 1 1", "patience 99999999", `patience \`touch ${witness}\``],
        server: [`server sh touch ${witness}`, `server nginx /bin/sh -c touch`, `server nginx\t${here.line}`, "server"],
        watch: ["watch x /etc/passwd", `watch ${"A".repeat(64)} ${site}`, `watch ${"a".repeat(64)} ../x`, "watch"],
        change: [
          `command touch ${witness}`,
          `test touch ${witness}`,
          lines.change.replace("0644", "u+s"),
          lines.change.replace("0644", "0644;id"),
          lines.change.replace("0:0", "root:root"),
          lines.change.replace("0:0", "0"),
          lines.change.replace(/sent \d+/, "sent -1"),
          lines.change.replace(/sent \d+/, "sent 1e3"),
          lines.change.replace(/sent \d+/, "sent 99999999"),
          lines.change.replace(/sent \d+ \S+/, "kept ../../etc/shadow -"),
          lines.change.replace(/sent \d+ \S+/, "kept key-XYZ -"),
          lines.change.replace("sent", "read"),
          lines.change.replace("file", "device"),
          `${lines.change}\0/../../x\t`,
        ],
      };
      const requests = Object.entries(wrong).flatMap(([field, all]) =>
        all.map((one) => [one, request("apply", Object.values({ ...lines, [field]: one }))] as const),
      );
      const verbs = ["sh", "exec", "", "apply;id", "apply\r", "../apply", `$(touch ${witness})`, "report apply"];
      await expectNothing(here, {
        ...Object.fromEntries(requests),
        ...Object.fromEntries(verbs.map((verb) => [`verb ${verb}`, request(verb, Object.values(lines))])),
        bytes: Uint8Array.from({ length: 4_096 }, (_, index) => (index * 197) % 256),
        unfinished: "apply\nid run-1\n",
      });
    },
  );

  test("writes nowhere but below the configuration, and through no link", { timeout: 60_000 }, async () => {
    await using here = await installHere(shell);
    const { lines } = await applyLines(here);
    const { etc } = here;
    const outside = join(here.world.root, "outside");
    const changes = [
      newFile(join(outside, "new")),
      newFile(join(here.world.state, "new")),
      newFile(`${etc}-beside/new`),
      newFile(`${etc}/../outside/new`),
      newFile(`${etc}/./new`),
      newFile(`${etc}//new`),
      newFile(`${etc}/new/`),
      newFile(`${etc}/new `),
      newFile(`${etc}/ne\tw`),
      newFile(`${etc}/ne\rw`),
      newFile(`${etc}/leads-out/new`),
      newFile(`${etc}/leads-out/deep/er/new`),
      newFile(`${etc}/a-link`),
      newFile(`${etc}/sites`),
      newFile("/etc/cron.d/hostseal-test"),
      newFile(`${etc}/sites/writable`, { mode: "0666" }),
      newFile(`${etc}/sites/setuid`, { mode: "4755" }),
      newFile(`${etc}/sites/theirs`, { owner: "1000:1000" }),
      `folder 0777 ${etc}/open`,
      `folder 0755 ${outside}/new`,
      `folder 0755 ${etc}/leads-out/new`,
      `link ../outside/precious ${etc}/new-link`,
      `link /etc/passwd ${etc}/new-link`,
      `link nginx.conf ${outside}/new-link`,
      `link leads-out/precious ${etc}/new-link`,
    ];
    const requests = changes.map((change) => [change, request("apply", Object.values({ ...lines, change }))] as const);
    await expectNothing(here, Object.fromEntries(requests));
  });

  test("makes keys, ends runs and publishes files under no name but plain ones", { timeout: 60_000 }, async () => {
    await using here = await installHere(shell);
    const { etc, line, world } = here;
    const state = `state ${world.state}`;
    const server = `server nginx ${line}`;
    const key = (reference: string, type: string, name: string) =>
      request("make-key", [state, `reference ${reference}`, `type ${type}`, `name ${name}`]);
    const file = (verb: string, root: string, ...parts: readonly string[]) =>
      `${request(verb, [server, `root ${root}`, ...parts.map((part) => `part ${part}`), "size 4"])}body`;
    const [good, web] = ["key-0123456789abcdef", join(world.root, "web", "bare")];
    await expectNothing(here, {
      "a key elsewhere": key("../../outside/key", "ec-p256", "a.example"),
      "a weak key": key(good, "rsa-1024", "a.example"),
      "an option": key(good, "ec-p256 -engine x", "a.example"),
      "two names in one": key(good, "ec-p256", "a.example,DNS:b.example"),
      "a path as a name": key(good, "ec-p256", "a/b"),
      "a command as a name": key(good, "ec-p256", "$(id)"),
      "a foreign key": request("forget-key", [state, "reference key-../../outside", server]),
      "a run elsewhere": request("end", [state, "id ../../outside", "word rollback"]),
      "another word": request("end", [state, "id run-1", "word commit; id"]),
      "a foreign root": file("publish", join(world.root, "outside"), ".well-known", "x"),
      "the root of all": file("publish", "/", ".well-known", "x"),
      "the configuration as a root": file("publish", etc, ".well-known", "x"),
      "beside .well-known": file("publish", web, "index.html"),
      "in another folder": file("publish", web, "other", "x"),
      upwards: file("publish", web, ".well-known", "..", "x"),
      "a path as a part": file("publish", web, ".well-known", "a/b"),
      "nothing below it": file("publish", web, ".well-known"),
      "no part": file("publish", web),
      "withdrawn elsewhere": file("withdraw", join(world.root, "outside"), ".well-known", "precious"),
    });
  });
});

import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { askHttp } from "./ask.ts";
import { fixtureNames, MAIN_FILE, readFixture } from "./fixtures.ts";
import { movePorts } from "./move-ports.ts";
import { mainFile, openWorkshop, runNginx, startNginx, type Workshop } from "./nginx-process.ts";
import { freePort } from "../../free-port.ts";
import { loadTree, parseDump, parseNginx, readServers, treeRefusalInWords } from "./subject.ts";
import { foundAuthority } from "./test-authority.ts";

const piece = fc.constantFrom(..."ab{}\"'\\#=[]-)(,é\t ".split(""), "\\n", "\\t", "\\\\", '\\"', "\\'", "\\;", "\\x");

/** What we read as exactly one word, with the text that we say it has. */
const oneWord = fc
  .oneof(
    fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `"${pieces.join("")}"`),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `'${pieces.join("")}'`),
  )
  .map((raw) => ({ raw, parsed: parseNginx(Buffer.from(`a ${raw} ;b;`)) }))
  .filter(({ parsed }) => parsed.kind === "parsed" && parsed.directives.length === 2)
  .map(({ raw, parsed }) => ({ raw, words: parsed.kind === "parsed" ? (parsed.directives[0]?.args ?? []) : [] }))
  .filter(({ words }) => words.length === 1 && words[0]?.text !== "")
  .map(({ raw, words }) => ({ raw, text: words[0]?.text ?? "" }));

test("nginx unquotes every word to the text that we say", async () => {
  const words = fc.sample(oneWord, 300);
  await using workshop = await openWorkshop();
  const port = await freePort("0.0.0.0");
  const locations = words.map(({ raw }, index) => `location = /${index} { return 200 ${raw} ; }`).join("\n");
  await workshop.write({ "nginx.conf": mainFile(workshop, `server { listen 127.0.0.1:${port};\n${locations}\n}`) });
  await using _nginx = await startNginx(workshop);
  for (const [index, { raw, text }] of words.entries()) {
    const { body } = await askHttp({ address: "127.0.0.1", port, name: "a", path: `/${index}` });
    expect(body.toString(), raw).toBe(text);
  }
});

test.each([
  ['server { return 200 "a"b; }', 'unexpected "b"'],
  ["server { ; }", 'unexpected ";"'],
  ["server { {} }", 'unexpected "{"'],
  ["server { listen }", 'unexpected "}"'],
  ['server { return 200 "a; }', "unexpected end of file"],
  ["server {", "unexpected end of file"],
  ["} }", 'unexpected "}"'],
])("nginx and we refuse %s", async (http, message) => {
  await using workshop = await openWorkshop();
  const main = mainFile(workshop, http);
  await workshop.write({ "nginx.conf": main });
  expect(parseNginx(Buffer.from(main)).kind).toBe("malformed");
  expect((await runNginx(workshop, "-t")).stderr).toContain(message);
});

/** Files that include each other forwards only, by name or by pattern, in several folders. */
const includeLine = fc.constantFrom(
  "include parts/*.conf;",
  "include 'parts/[!b]*.conf';",
  "include parts/?b*;",
  'include "more/*/x*.conf";',
  "include /*E*/none/*.conf;",
  "include single.list;",
);
const odd = fc.constantFrom("", "# a comment without end", "\r\n", "# \u00e9 \u00df\n", 'map $uri $x { a "b;"; }\n');
const fileText = fc.tuple(fc.array(odd, { maxLength: 2 }), fc.boolean()).map(([parts]) => parts.join("\n"));

test("what nginx prints of its files are the files, in the order in which we read the includes", async () => {
  const names = ["parts/ab.conf", "parts/bb.conf", "parts/B.conf", "parts/.c.conf", "more/1/x1.conf", "more/2/x.conf"];
  const drafts = fc.record({
    lines: fc.array(includeLine, { maxLength: 5 }),
    texts: fc.array(fileText, { minLength: names.length, maxLength: names.length }),
    single: fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => Buffer.from(bytes).toString("latin1").replaceAll("\n", " ")),
  });
  const property = fc.asyncProperty(drafts, async ({ lines, texts, single }) => {
    await using workshop = await openWorkshop();
    const files = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
    const include = lines.map((line) => line.replace("/*E*/", `${workshop.folder}/`)).join("\n");
    const main = mainFile(workshop, `${include}\nserver { return 200; }`);
    const list = Buffer.from(`#${single}\n`, "latin1");
    await workshop.write({ ...files, "single.list": list, "nginx.conf": main });
    const { code, stdout, stderr } = await runNginx(workshop, "-T");
    expect(code, stderr).toBe(0);
    const dump = parseDump(stdout);
    if (dump.kind === "no-dump") throw new Error("no dump");
    const loaded = loadTree(dump);
    expect(loaded.kind === "refused" ? treeRefusalInWords(loaded.because) : "loaded").toBe("loaded");
    const written: Readonly<Record<string, string | Buffer>> = { ...files, "single.list": list, "nginx.conf": main };
    for (const [path, bytes] of dump.files)
      expect(bytes, path).toEqual(Buffer.from(written[path.slice(workshop.main.length - 10)] ?? "missing"));
  });
  await fc.assert(property, { numRuns: 15, endOnFailure: true });
});

/** What Debian's nginx can load besides itself. */
const MODULES = ["/usr/lib/nginx/modules/ngx_http_lua_module.so", "/usr/lib/nginx/modules/ngx_stream_module.so"];

test.each(MODULES)("nginx can load %s, as some trees ask for it", (path) => {
  expect(existsSync(path)).toBe(true);
});

/** One tree loads modules that no package of Debian has; it is read and printed only. */
const fixtures = (await fixtureNames()).filter((name) => name !== "other-modules");

/** The tree as it would lie on a machine of its own, moved into the workshop. */
const moveIn = async ({ folder, write }: Workshop, name: string): Promise<ReadonlyMap<string, Buffer>> => {
  const moves = ["/etc/nginx/", "/etc/ssl/", "/var/log/", "/var/cache/", "/run/nginx.pid"];
  const inside = (path: string): string => `${folder}${path.replace("/etc/nginx/", "/etc/")}`;
  const [http, https] = [await freePort("0.0.0.0"), await freePort("0.0.0.0")];
  const moved = [...(await readFixture(name))].map(([path, bytes]): readonly [string, Buffer] => {
    const text = moves.reduce(
      (whole, from) => whole.replaceAll(from, inside(from)),
      movePorts(bytes, { http, https }).toString("latin1"),
    );
    return [path.replace("/etc/nginx/", ""), Buffer.from(text.replace(/^user .*;/m, "user root;"), "latin1")];
  });
  await write(Object.fromEntries(moved));
  return new Map(moved);
};

const CERTIFICATE_PATH = /ssl_(?:trusted_)?certificate(_key)?\s+"?([^\s";]+)/g;

/** Writes a pair to each path that the tree names. */
const bringCertificates = async (workshop: Workshop, files: Iterable<Buffer>): Promise<void> => {
  const authority = await foundAuthority(["a.example"]);
  const pair = await authority.issue("a");
  for (const bytes of files)
    for (const [, key, path = ""] of bytes.toString("latin1").matchAll(CERTIFICATE_PATH)) {
      const relative = path.slice(`${workshop.folder}/etc/`.length);
      await workshop.write({ [relative]: key === undefined ? pair.certificate : pair.key });
    }
};

/** Also a test run writes the file with the process id, and a tree that names none means the machine's own. */
const ownPid = ({ folder }: Workshop, main?: Buffer): readonly string[] =>
  /^pid /m.test(main?.toString("latin1") ?? "") ? [] : ["-g", `pid ${folder}/nginx.pid;`];

test.each(fixtures)("%s: nginx takes the tree of the corpus, and prints what we read", async (name) => {
  await using workshop = await openWorkshop();
  const files = await moveIn(workshop, name);
  await bringCertificates(workshop, files.values());
  for (const folder of ["run", "var/log/nginx", "var/cache/nginx"])
    await mkdir(join(workshop.folder, folder), { recursive: true });
  const { code, stdout, stderr } = await runNginx(workshop, "-T", ...ownPid(workshop, files.get("nginx.conf")));
  expect(code, stderr).toBe(0);
  const dump = parseDump(stdout);
  const loaded = dump.kind === "dump" ? loadTree(dump) : undefined;
  if (loaded?.kind !== "loaded") throw new Error(loaded ? treeRefusalInWords(loaded.because) : "no dump");
  expect(loaded.tree.root.bytes).toEqual(files.get(MAIN_FILE.slice("/etc/nginx/".length)));
  for (const [path, { bytes }] of loaded.tree.files)
    expect(bytes, path).toEqual(files.get(path.slice(`${workshop.folder}/etc/`.length)));
  expect(readServers({ tree: loaded.tree }).length).toBeGreaterThan(0);
});

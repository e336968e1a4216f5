import { expect, test } from "vitest";
import { fixtureNames, MAIN_FILE, readFixture, readFolder } from "./fixtures.ts";
import {
  applyEdits,
  type Directive,
  includedFiles,
  loadTree,
  parseNginx,
  readServers,
  treeRefusalInWords,
  type Word,
} from "./subject.ts";

/** Every word with the place it has, depth first. */
const wordsOf = (directives: readonly Directive[]): readonly Word[] =>
  directives.flatMap(({ name, args, block }) => [
    name,
    ...args,
    ...(block?.kind === "directives" ? wordsOf(block.directives) : []),
  ]);

/** The file with each word put in its own place: the same bytes, if every offset is right and no two overlap. */
const reprinted = (bytes: Buffer): Buffer | string => {
  const parsed = parseNginx(bytes);
  if (parsed.kind === "malformed") return parsed.problem.sentence;
  const edits = wordsOf(parsed.directives).map(({ start, end }) => ({
    at: { start, end },
    bytes: bytes.subarray(start, end),
  }));
  const edited = applyEdits(bytes, edits);
  return edited.kind === "edited" ? edited.bytes : edited.kind;
};

/** A file that no include of its tree reaches, and no server could read. */
const UNREADABLE = "/etc/nginx/conf.d/.hidden.conf";

const names = await fixtureNames();

test.each(names)("%s: every file is read, and printed byte for byte", async (name) => {
  for (const [path, bytes] of await readFixture(name))
    expect(reprinted(bytes), path).toEqual(path === UNREADABLE ? expect.any(String) : bytes);
});

test.each(names)("%s: the includes make one tree with servers in it", async (name) => {
  const files = new Map([...(await readFixture(name))].filter(([path]) => path !== UNREADABLE));
  const ordered = includedFiles({ root: MAIN_FILE, files });
  if (ordered.kind === "refused") throw new Error(treeRefusalInWords(ordered.because));
  expect([...ordered.files.keys()].toSorted()).toEqual([...files.keys()].toSorted());
  const loaded = loadTree({ root: MAIN_FILE, files: ordered.files });
  expect(loaded.kind).toBe("loaded");
  expect(loaded.kind === "loaded" && readServers({ tree: loaded.tree }).length).toBeGreaterThan(0);
});

test("the files that Debian installs with nginx are printed byte for byte", async () => {
  const files = await readFolder("/etc/nginx");
  expect(files.size).toBeGreaterThan(8);
  for (const [path, bytes] of files) expect(reprinted(bytes), path).toEqual(bytes);
});

const vhost = (index: number): string => `server {
    listen 80;
    listen [::]:80;
    listen 443 ssl;
    server_name site${index}.example www.site${index}.example; # customer ${index}
    ssl_certificate /etc/ssl/site${index}.pem;
    ssl_certificate_key "/etc/ssl/site${index}.key";
    root /var/www/site${index};
    location ~ \\.php$ { include php.conf; }
}
`;

test("two thousand vhosts, each in its file, are one tree", () => {
  const sites = Array.from({ length: 2_000 }, (_, index): readonly [string, Buffer] => [
    `/etc/nginx/sites/${String(index).padStart(4, "0")}.conf`,
    Buffer.from(vhost(index)),
  ]);
  const files = new Map<string, Buffer>([
    [MAIN_FILE, Buffer.from("events {}\nhttp { include sites/*.conf; }\n")],
    ["/etc/nginx/php.conf", Buffer.from("fastcgi_pass unix:/run/php.sock;\n")],
    ...sites,
  ]);
  const ordered = includedFiles({ root: MAIN_FILE, files });
  const loaded = ordered.kind === "ordered" ? loadTree({ root: MAIN_FILE, files: ordered.files }) : ordered;
  const servers = loaded.kind === "loaded" ? readServers({ tree: loaded.tree }) : [];
  expect(servers).toHaveLength(2_000);
  expect(servers[1_999]).toMatchObject({ root: "/var/www/site1999", listens: { length: 3 }, pairs: { length: 1 } });
  for (const [, bytes] of sites.slice(0, 20)) expect(reprinted(bytes)).toEqual(bytes);
});

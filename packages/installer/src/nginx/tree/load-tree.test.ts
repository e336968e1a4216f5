import { expect, test } from "vitest";
import { childrenNamed, mainLevel } from "./expand.ts";
import { includedFiles, type LoadedTree, loadTree } from "./load-tree.ts";
import { placeInWords } from "./place-in-words.ts";
import { treeRefusalInWords } from "./tree-refusal.ts";

const ROOT = "/etc/nginx/nginx.conf";

const load = (files: Readonly<Record<string, string>>): LoadedTree =>
  loadTree({ root: ROOT, files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])) });

const order = (root: string, ...paths: readonly string[]): readonly string[] => {
  const files = new Map([[ROOT, Buffer.from(root)], ...paths.map((path) => [path, Buffer.from("")] as const)]);
  const found = includedFiles({ root: ROOT, files });
  return found.kind === "ordered" ? [...found.files.keys()].slice(1) : [];
};

const refusal = (files: Readonly<Record<string, string>>): string => {
  const loaded = load(files);
  return loaded.kind === "refused" ? treeRefusalInWords(loaded.because) : "loaded";
};

test("includes are relative to the folder of the main file, wherever they stand", () => {
  const loaded = load({
    [ROOT]: "include conf.d/a.conf; include '/etc/nginx/b.conf';",
    "/etc/nginx/conf.d/a.conf": "include c.conf;",
    "/etc/nginx/c.conf": "",
    "/etc/nginx/b.conf": "",
  });
  expect(loaded.kind).toBe("loaded");
});

test("a pattern takes files in the order of their bytes", () => {
  const names = ["b.conf", "Z.conf", "a-b.conf", "ab.conf", "é.conf", "10.conf", "9.conf"];
  const paths = names.map((name) => `/etc/nginx/d/${name}`);
  expect(order("include d/*.conf;", ...paths).map((path) => path.slice(13))).toEqual([
    "10.conf",
    "9.conf",
    "Z.conf",
    "a-b.conf",
    "ab.conf",
    "b.conf",
    "é.conf",
  ]);
});

test("a file counts where it is read first", () => {
  expect(order("include d/z; include d/*;", "/etc/nginx/d/a", "/etc/nginx/d/z")).toEqual([
    "/etc/nginx/d/z",
    "/etc/nginx/d/a",
  ]);
});

test("a pattern that fits nothing is no trouble, a name that leads nowhere is", () => {
  expect(load({ [ROOT]: "include none/*.conf;" }).kind).toBe("loaded");
  expect(refusal({ [ROOT]: "a;\ninclude none.conf;" })).toBe(
    "/etc/nginx/nginx.conf:2 includes /etc/nginx/none.conf, which the server did not read",
  );
});

test("a file of geo may be missing, since nginx reads a binary form of it", () => {
  expect(load({ [ROOT]: "http { geo $a { ranges; include nets.conf; } }" }).kind).toBe("loaded");
  expect(load({ [ROOT]: "http { map $a $b { include nets.conf; } }" }).kind).toBe("refused");
});

test("an include within Lua code, or with two words, is none", () => {
  expect(load({ [ROOT]: "a_by_lua_block { include x; } include a b; include c {}" }).kind).toBe("loaded");
});

test("names the first file on which the server and we differ", () => {
  expect(refusal({ [ROOT]: "include d/*;", "/etc/nginx/d/b": "", "/etc/nginx/d/a": "" })).toBe(
    "file number 2 is /etc/nginx/d/b for the server, but /etc/nginx/d/a as we read the includes",
  );
  expect(refusal({ [ROOT]: "", "/etc/nginx/a": "" })).toBe(
    "file number 2 is /etc/nginx/a for the server, but no further file as we read the includes",
  );
});

test("a comment that looks like the header of a file is noticed", () => {
  expect(refusal({ [ROOT]: "a;", "/etc/nginx/mime.types": "types {}" })).toContain("no further file");
});

test("refuses a circle and a malformed file", () => {
  expect(refusal({ [ROOT]: "include a;", "/etc/nginx/a": "\n include b;", "/etc/nginx/b": "include a;" })).toBe(
    "/etc/nginx/b:1 includes /etc/nginx/a, which is being read already",
  );
  expect(refusal({ [ROOT]: "include a;", "/etc/nginx/a": "server {" })).toBe(
    '/etc/nginx/a cannot be read: line 1, column 1: the block that begins here is never closed with "}"',
  );
});

test("refuses a chain of includes that is longer than any real one", () => {
  const links = Array.from({ length: 80 }, (_, index) => [`/etc/nginx/${index}`, `include ${index + 1};`] as const);
  expect(refusal({ [ROOT]: "include 0;", ...Object.fromEntries(links) })).toContain("more than 64 files");
});

test("the main file has to be there", () => {
  expect(loadTree({ root: "/a", files: new Map() })).toEqual({
    kind: "refused",
    because: { kind: "root-missing", path: "/a" },
  });
});

test("what is included takes effect where the include stands, each time", () => {
  const loaded = load({
    [ROOT]: "http {\n server { include s; b; }\n server { include s; }\n}",
    "/etc/nginx/s": "a;",
  });
  if (loaded.kind === "refused") throw new Error("refused");
  const [http] = mainLevel(loaded.tree);
  if (!http) throw new Error("no http");
  const servers = childrenNamed(loaded.tree, http, "server");
  const names = servers.flatMap((server) => childrenNamed(loaded.tree, server, "a").map(placeInWords));
  expect(names).toEqual(["/etc/nginx/s:1", "/etc/nginx/s:1"]);
  expect(childrenNamed(loaded.tree, http, "include")).toEqual([]);
});

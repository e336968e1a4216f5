import { expect, test } from "vitest";
import { findIncluded, foldersOf } from "./find-included.ts";
import { startDefines } from "./start-defines.ts";
import { walkConfig } from "./walk-config.ts";

type Given = { readonly defines?: Readonly<Record<string, string>>; readonly modules?: readonly string[] };

const walk = (files: Readonly<Record<string, string>>, { defines = {}, modules = [] }: Given = {}) =>
  walkConfig({
    files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    links: new Map(),
    configFile: "/a/main.conf",
    serverRoot: "/a",
    version: [2, 4, 50],
    modules: modules.map((name) => ({ name, isStatic: true })),
    defines: new Map(Object.entries(defines)),
    environment: new Map([["LOG_DIR", "/var/log"]]),
  });

/** What is in force, as `name argument …`, without the directives that only steer the reading. */
const inForce = (...args: Parameters<typeof walk>): readonly string[] | string => {
  const walked = walk(...args);
  if (walked.kind === "unfollowed") return walked.problem.kind;
  return walked.actives
    .filter(({ directive }) => !/^(?:include|define|undefine|use|loadmodule|serverroot)/.test(directive.name))
    .map(({ directive, args }) => [directive.name, ...args.map(({ text }) => text)].join(" "));
};

test("includes are read in the order of names, relative to ServerRoot as it is then", () => {
  const files = {
    "/a/main.conf": "Include c/*.conf\nServerRoot /b\nInclude c\nIncludeOptional none/*.conf\nA end\n",
    "/a/c/2.conf": "A 2\n",
    "/a/c/10.conf": "A 10\n",
    "/a/c/.hidden.conf": "A hidden\n",
    "/b/c/x/deep": "A deep\n",
    "/b/c/w": "A w\n",
  };
  expect(inForce(files)).toEqual(["a 10", "a 2", "a w", "a deep", "a end"]);
});

test.each([
  ["/a/*/x.conf", ["/a/b/x.conf", "/a/c/x.conf"]],
  ["/a/[!b]/x.conf", ["/a/c/x.conf"]],
  ["b/?.conf", ["/a/b/x.conf"]],
  ["b", ["/a/b/x.conf"]],
  ["b/none.conf", ["/a/b/none.conf"]],
  ["/", ["/a/b/x.conf", "/a/c/x.conf"]],
])("the pattern %s finds %j", (pattern, found) => {
  expect(findIncluded(pattern, "/a", foldersOf(["/a/c/x.conf", "/a/b/x.conf"]))).toEqual(found);
});

test("variables are those defined so far, then the environment; unknown ones stay", () => {
  const text = "A ${X}\nDefine X one\nA ${X} ${LOG_DIR}/${NONE}\nUnDefine X\nA ${X}\n";
  expect(inForce({ "/a/main.conf": text })).toEqual(["a ${X}", "a one /var/log/${NONE}", "a ${X}"]);
});

test.each([
  ["<IfModule ssl_module>", true],
  ["<IfModule mod_ssl.c>", true],
  ["<IfModule !mod_ssl.c>", false],
  ["<IfModule later_module>", false],
  ["<IfDefine GIVEN>", true],
  ["<IfDefine !GIVEN>", false],
  ["<IfVersion >= 2.4.50>", true],
  ["<IfVersion < 2.4>", false],
  ["<IfVersion !>2.4.49>", false],
  ["<IfVersion 2.4.50>", true],
  ["<IfFile main.conf>", true],
])("%s holds: %s", (opener, holds) => {
  const name = /^<(\w+)/.exec(opener)?.[1];
  const text = `${opener}\nA\n</${name}>\nLoadModule later_module x.so\n`;
  const given = { defines: { GIVEN: "" }, modules: ["ssl_module"] };
  expect(inForce({ "/a/main.conf": text }, given)).toEqual(holds ? ["a"] : []);
});

test("what is under a condition that cannot be decided says so", () => {
  const walked = walk({ "/a/main.conf": "<IfDirective Foo>\nA\n</IfDirective>\n" });
  const [active] = walked.kind === "walked" ? walked.actives : [];
  expect(active?.enclosures.map(({ verdict }) => verdict)).toEqual(["unknown"]);
});

test("a macro stands for its body, the longest parameter first", () => {
  const text = "<Macro M $a $ab>\nA $a $ab\n</Macro>\nUse m 1 2\nUse M x y\n";
  expect(inForce({ "/a/main.conf": text })).toEqual(["a 1 2", "a x y"]);
});

test.each([
  [{ "/a/main.conf": "Include no.conf\n" }, "missing-file"],
  [{ "/a/main.conf": "<A>\n" }, "malformed-file"],
  [{ "/a/main.conf": "Include main.conf\n" }, "include-loop"],
  [{ "/a/main.conf": "Use M\n" }, "unknown-macro"],
  [{ "/a/main.conf": "<Macro M>\nUse M\n</Macro>\nUse M\n" }, "macro-loop"],
  [{}, "missing-file"],
])("%j cannot be followed", (files, kind) => {
  expect(inForce(files)).toBe(kind);
});

test("defines of the command line are those that no file defines", () => {
  const files = new Map([["/a", Buffer.from("<IfDefine B>\nDefine C 1\n</IfDefine>\n")]]);
  const reported = new Map([
    ["B", ""],
    ["C", "1"],
  ]);
  expect([...startDefines(reported, files).keys()]).toEqual(["B"]);
});

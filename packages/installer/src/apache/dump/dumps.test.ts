import { expect, test } from "vitest";
import { parseEnvironmentFile } from "./environment-file.ts";
import { parseIncludeDump } from "./include-dump.ts";
import { moduleSource, parseModules } from "./loaded-modules.ts";
import { parseRunConfig } from "./run-config.ts";
import { compareVersions, parseServerBuild } from "./server-build.ts";
import { parseVhostDump } from "./vhost-dump.ts";

const BUILD = `Server version: Apache/2.4.62 (Debian)
Server built:   2026-01-01T00:00:00
Server MPM:     event
Server compiled with....
 -D APR_HAS_MMAP
 -D HTTPD_ROOT="/etc/apache2"
 -D SERVER_CONFIG_FILE="apache2.conf"
`;

test("reads -V", () => {
  expect(parseServerBuild(BUILD)).toEqual({
    version: [2, 4, 62],
    mpm: "event",
    root: "/etc/apache2",
    configFile: "apache2.conf",
  });
  expect(parseServerBuild("sh: not found")).toBeUndefined();
  expect(compareVersions([2, 4, 9], [2, 4, 10])).toBeLessThan(0);
});

test("reads -M", () => {
  expect(parseModules("Loaded Modules:\n core_module (static)\n ssl_module (shared)\n")).toEqual([
    { name: "core_module", isStatic: true },
    { name: "ssl_module", isStatic: false },
  ]);
  expect(["ssl_module", "mpm_event_module", "http_module"].map(moduleSource)).toEqual([
    "mod_ssl.c",
    "event.c",
    "http_core.c",
  ]);
});

const MACRO = `macro 'vh' (defined on line 1 of "/a/m.conf") used on line 13 of "/a/h.conf"`;
const HOSTS = `VirtualHost configuration:
[::1]:8080             six.test (/a/h.conf:22)
127.0.0.2:*            two.test (/a b/h.conf:25)
*:443                  is a NameVirtualHost
         default server a.test (/a/h.conf:2)
         port 443 namevhost a.test (/a/h.conf:2)
                 alias www.a.test
                 wild alias *.a.test
         port 443 namevhost b.test (${MACRO}:1)
ServerRoot: "/a"
`;

test("reads DUMP_VHOSTS", () => {
  const plain = { aliases: [], wildAliases: [] };
  expect(parseVhostDump(HOSTS)).toEqual([
    { address: "::1", port: "8080", hosts: [{ at: { path: "/a/h.conf", line: 22 }, name: "six.test", ...plain }] },
    { address: "127.0.0.2", port: "*", hosts: [{ at: { path: "/a b/h.conf", line: 25 }, name: "two.test", ...plain }] },
    {
      address: "*",
      port: "443",
      hosts: [
        { at: { path: "/a/h.conf", line: 2 }, name: "a.test", aliases: ["www.a.test"], wildAliases: ["*.a.test"] },
        { at: { path: MACRO, line: 1 }, name: "b.test", ...plain },
      ],
    },
  ]);
});

test("reads DUMP_INCLUDES", () => {
  const text = "Included configuration files:\n  (*) /a/h.conf\n    (12) /a/m.conf\n      (3) /a/n.conf\nOther: x\n";
  expect(parseIncludeDump(text)).toEqual([
    { path: "/a/h.conf", depth: 0, line: undefined },
    { path: "/a/m.conf", depth: 1, line: 12 },
    { path: "/a/n.conf", depth: 2, line: 3 },
  ]);
});

test("reads DUMP_RUN_CFG, without the defines that asked for it", () => {
  const text =
    'ServerRoot: "/a"\nMain DocumentRoot: "/srv"\nPidFile: "/p"\nDefine: DUMP_RUN_CFG\nDefine: X\nDefine: y=z=1\n';
  expect(parseRunConfig(`${text}User: name="www-data" id=33\n`)).toEqual({
    serverRoot: "/a",
    documentRoot: "/srv",
    errorLog: undefined,
    pidFile: "/p",
    user: "www-data",
    defines: new Map([
      ["X", ""],
      ["y", "z=1"],
    ]),
  });
});

test("reads what an environment file sets, and runs nothing", () => {
  const text = `unset HOME\nSUFFIX=\nexport RUN=/run/apache2$SUFFIX\nexport LOG="\${RUN}/log" # x\nexport ONE='$RUN'\n`;
  expect(Object.fromEntries(parseEnvironmentFile(text))).toEqual({
    SUFFIX: "",
    RUN: "/run/apache2",
    LOG: "/run/apache2/log",
    ONE: "$RUN",
  });
});

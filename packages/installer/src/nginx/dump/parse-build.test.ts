import { expect, test } from "vitest";
import { hasModule, isAtLeast, type NginxBuild } from "./nginx-build.ts";
import { parseBuild } from "./parse-build.ts";

const read = (...lines: readonly string[]): NginxBuild => {
  const found = parseBuild(`${lines.join("\n")}\n`);
  if (found.kind === "no-build") throw new Error("not read");
  return found.build;
};

test("reads a distribution's nginx, with the OpenSSL that runs and not the one it was built with", () => {
  const build = read(
    "nginx version: nginx/1.22.1 (Ubuntu)",
    "built with OpenSSL 3.0.22 25 Aug 2026 (running with OpenSSL 3.5.1 27 Jan 2026)",
    "TLS SNI support enabled",
    'configure arguments: --with-cc-opt=\'-g -O2 -fPIC\' --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf --with-http_ssl_module --add-module="/a \\"b\\"" --with-stream=dynamic',
  );
  expect(build).toEqual({
    flavour: "nginx",
    version: [1, 22, 1],
    tls: { name: "openssl", version: [3, 5, 1] },
    prefix: "/usr/share/nginx",
    confPath: "/etc/nginx/nginx.conf",
    arguments: [
      "--with-cc-opt=-g -O2 -fPIC",
      "--prefix=/usr/share/nginx",
      "--conf-path=/etc/nginx/nginx.conf",
      "--with-http_ssl_module",
      '--add-module=/a "b"',
      "--with-stream=dynamic",
    ],
  });
  expect([hasModule(build, "http_ssl_module"), hasModule(build, "stream")]).toEqual([true, false]);
});

test("a build from source has its defaults, and maybe no TLS", () => {
  expect(read("nginx version: nginx/1.30.6", "configure arguments:")).toMatchObject({
    tls: undefined,
    prefix: "/usr/local/nginx",
    confPath: "/usr/local/nginx/conf/nginx.conf",
    arguments: [],
  });
});

test("relative paths are below the prefix", () => {
  const build = read("nginx version: nginx/1.27.1", "configure arguments: --prefix=/opt/nginx/ --conf-path=etc/n.conf");
  expect([build.prefix, build.confPath]).toEqual(["/opt/nginx", "/opt/nginx/etc/n.conf"]);
});

test.each([
  ["nginx version: openresty/1.21.4.1", "openresty", [1, 21, 4, 1]],
  ["Angie version: Angie/1.10.0\nnginx version: nginx/1.27.4", "angie", [1, 27, 4]],
  ["Tengine version: Tengine/3.1.0\nnginx version: nginx/1.24.0", "tengine", [1, 24, 0]],
  ["freenginx version: freenginx/1.29.0", "freenginx", [1, 29, 0]],
])("%j is a fork, and counts as the nginx it is made from", (text, flavour, version) => {
  expect(read(text)).toMatchObject({ flavour, version });
});

test.each([
  ["built with LibreSSL 3.8.2", "libressl", [3, 8, 2]],
  ["built with BoringSSL", "boringssl", [0]],
  ["built with OpenSSL 1.1.1w  11 Sep 2023", "openssl", [1, 1, 1]],
  ["built with AWS 1.2", "other", [1, 2]],
])("%s", (line, name, version) => {
  expect(read("nginx version: nginx/1.26.0", line).tls).toEqual({ name, version });
});

test("something else is no nginx", () => {
  expect(parseBuild("Server version: Apache/2.4.71")).toEqual({ kind: "no-build" });
});

test("versions compare by number, not by letter", () => {
  expect(isAtLeast([1, 25, 1], [1, 9, 15])).toBe(true);
  expect(isAtLeast([1, 25], [1, 25, 1])).toBe(false);
  expect(isAtLeast([1, 25, 0], [1, 25])).toBe(true);
  expect(isAtLeast([1, 25, 1, 1], [1, 25, 1])).toBe(true);
});

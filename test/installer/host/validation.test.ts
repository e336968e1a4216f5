import { asId, type SiteId } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { etcOf } from "./installing.ts";
import { localHost } from "./local-host.ts";
import { startApache } from "./start-apache.ts";
import { type Files, startNginx, type World } from "./start-nginx.ts";

const SITE = asId<SiteId>("blocked.example.com");
const PATH = "/.well-known/pki-validation/proof.txt";
const OTHER = "/.well-known/pki-validation/second.txt";

const nginx = (inside: string): Files => ({
  "sites/blocked": `server {\n    listen {address}:80;\n    server_name blocked.example.com;\n${inside}}\n`,
  "sites/other": `server {\n    listen {address}:80;\n    server_name other.example.com;\n    return 200 other;\n}\n`,
});

const apache = (inside: string): Files => ({
  "sites/blocked": `<VirtualHost *:80>\n    ServerName blocked.example.com\n${inside}</VirtualHost>\n`,
  "sites/other": `<VirtualHost *:80>\n    ServerName other.example.com\n    Redirect 204 /\n</VirtualHost>\n`,
});

const onApache = async (inside: string): Promise<World> =>
  startApache(apache(inside), { modules: ["alias", "rewrite", "proxy", "proxy_http"], ports: [80] });
const onNginx = async (inside: string): Promise<World> => startNginx(nginx(inside));

const BLOCKED: readonly (readonly [string, (inside: string) => Promise<World>, string])[] = [
  ["nginx that sends everybody to HTTPS", onNginx, "    return 301 https://$host$request_uri;\n"],
  ["nginx that passes everything on", onNginx, "    location / { proxy_pass http://127.0.0.1:9; }\n"],
  [
    "nginx whose rules hide its files",
    onNginx,
    "    root {root}/etc;\n    location ~ /\\.well-known/ { return 403; }\n    location / { }\n",
  ],
  ["Apache that sends everybody to HTTPS", onApache, "    Redirect permanent / https://blocked.example.com/\n"],
  ["Apache that passes everything on", onApache, "    ProxyPass / http://127.0.0.1:9/\n"],
  [
    "Apache whose rules hide its files",
    onApache,
    '    DocumentRoot "{root}/etc"\n    RewriteEngine On\n    RewriteRule "\\.well-known" - [F]\n',
  ],
];

const fetch = async ({ address }: World, path: string, host = "blocked.example.com") => {
  const asked = request({ host: address, port: 80, path, agent: false, headers: { host } }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
};

/** The configuration by its bytes, owners and modes; of our own folder nothing stays but itself, and times are those of a change. */
const configOf = async (world: World) =>
  Object.fromEntries(
    Object.entries(await etcOf(world))
      .filter(([path]) => path !== "." && path !== "hostseal")
      .map(([path, line]) => [path, line.replace(/ \d{15,} /, " ")]),
  );

describe("a file of a validation is shown past", () => {
  test.each(BLOCKED)("%s, and nothing is left of that afterwards", async (_title, start, inside) => {
    const world = await start(inside);
    onTestFinished(async () => world[Symbol.asyncDispose]());
    const { webroot } = localHost(world);
    const [before, front] = [await configOf(world), await fetch(world, "/")];
    const elsewhere = await fetch(world, "/", "other.example.com");
    expect(await webroot?.siteFor("blocked.example.com" as DomainName)).toBe(SITE);

    await webroot?.publish(SITE, PATH, "the token");
    expect(await fetch(world, PATH)).toEqual({ status: 200, body: "the token" });
    expect([await fetch(world, "/"), await fetch(world, "/", "other.example.com")]).toEqual([front, elsewhere]);
    await webroot?.publish(SITE, OTHER, "another");
    await webroot?.withdraw(SITE, PATH);
    expect(await fetch(world, OTHER)).toEqual({ status: 200, body: "another" });
    await webroot?.withdraw(SITE, OTHER);
    await webroot?.withdraw(SITE, OTHER);
    expect(await configOf(world)).toEqual(before);
    await expect.poll(async () => (await fetch(world, OTHER)).status, { timeout: 5_000 }).not.toBe(200);
  });
});

test("a file elsewhere below .well-known is refused where nobody would see it", async () => {
  const world = await onNginx("    return 301 https://$host$request_uri;\n");
  onTestFinished(async () => world[Symbol.asyncDispose]());
  const before = await etcOf(world);
  await expect(localHost(world).webroot?.publish(SITE, "/.well-known/proof.txt", "x")).rejects.toThrow(
    /does not show the file/,
  );
  expect(await etcOf(world)).toEqual(before);
});

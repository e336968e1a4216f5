import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ApacheFolder, ask, dumpOf, makeFolder, preamble, sourceOf, startApache } from "./apache-server.ts";
import { askSite } from "./ask-site.ts";
import { freePort } from "../../free-port.ts";
import { planValidationLocation, planLocationRemoval, readApache } from "./subject.ts";

const PATH = "/.well-known/pki-validation";
const MODULES = ["alias", "proxy", "proxy_http", "auth_basic", "authn_core", "authn_file", "authz_user"];

const sites: readonly { readonly title: string; readonly inside: string; readonly modules: readonly string[] }[] = [
  { title: "has nothing in the way", inside: "", modules: [] },
  { title: "redirects everything", inside: "Redirect permanent / https://a.test/\n", modules: ["rewrite"] },
  {
    title: "rewrites everything",
    inside: "RewriteEngine On\nRewriteRule ^ https://a.test/ [R,L]\n",
    modules: ["rewrite"],
  },
  { title: "passes everything on", inside: "ProxyPass / http://127.0.0.1:9/\n", modules: ["rewrite"] },
  { title: "passes everything on without rewriting", inside: "ProxyPass / http://127.0.0.1:9/\n", modules: [] },
  {
    title: "asks for a password",
    inside: '<Location "/">\nAuthType Basic\nAuthName x\nAuthUserFile nobody\nRequire valid-user\n</Location>\n',
    modules: [],
  },
  {
    title: "rewrites everything in its folders",
    inside: '<Directory "/">\nRewriteEngine On\nRewriteRule ^ https://a.test/ [R,L]\n</Directory>\n',
    modules: ["rewrite"],
  },
  {
    title: "has rules that are switched off",
    inside: "RewriteRule ^ https://a.test/ [R,L]\nRewriteEngine Off\n",
    modules: ["rewrite"],
  },
];

const hostIn = async (folder: ApacheFolder) => {
  const source = await sourceOf(folder);
  const read = readApache(source, await dumpOf(folder));
  const host = read.kind === "read" ? read.view.hosts[1] : undefined;
  if (!host) throw new Error("the configuration was not read");
  return { host, modules: new Set(source.modules.map(({ name }) => name)) };
};

test.for(sites)("a file for validation is served where the site $title", async ({ inside, modules }) => {
  await using folder = await makeFolder();
  const port = await freePort("0.0.0.0");
  const other = `<VirtualHost *:${port}>\n\tServerName b.test\n\tErrorDocument 404 b\n</VirtualHost>\n`;
  const site = `<VirtualHost *:${port}>\n\tServerName a.test\n${inside}</VirtualHost>\n`;
  await folder.write("httpd.conf", `${preamble(folder.root, ...MODULES, ...modules)}Listen ${port}\n${other}${site}`);
  await folder.write("proof/token.txt", "the token");
  const before = await readFile(folder.configFile);
  const subject = await hostIn(folder);
  const planned = planValidationLocation({ ...subject, folder: "pki-validation", files: join(folder.root, "proof") });
  if (planned.kind !== "planned") throw new Error(planned.sentence);
  for (const { path, after } of planned.changes) await writeFile(path, after);
  await ask(folder, "-t");
  await using _running = await startApache(folder, port);
  const fetched = (name: string) => askSite({ address: "127.0.0.1", port, name, path: `${PATH}/token.txt` });
  expect(await fetched("a.test")).toMatchObject({ status: 200, body: "the token" });
  expect(await fetched("b.test")).toMatchObject({ status: 404, body: "b" });
  const [removal] = planLocationRemoval([(await hostIn(folder)).host]);
  expect(removal?.after.equals(before)).toBe(true);
});

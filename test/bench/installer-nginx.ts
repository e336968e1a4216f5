import { mainFile, openWorkshop, runNginx } from "../installer/nginx/nginx-process.ts";
import {
  createServerFinder,
  loadTree,
  type NginxBuild,
  type NginxFiles,
  type NginxServer,
  type NginxTree,
  parseDump,
  parseNginx,
  planCertificate,
  printDump,
  readServers,
} from "../installer/nginx/subject.ts";
import { foundAuthority } from "../installer/nginx/test-authority.ts";
import type { BenchTable } from "./bench-table.ts";
import { inMilliseconds, meanOf } from "./timing.ts";

type Row = BenchTable["rows"][number];

const SITES = 2_000;
const TURNS = 20;
const MEGABYTE = 1e6;
const MAIN = "/etc/nginx/nginx.conf";

const site = (index: number): string => `server {
    listen 80;
    listen [::]:80;
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name site${index}.example www.site${index}.example; # customer ${index}
    ssl_certificate /etc/ssl/site${index}.pem;
    ssl_certificate_key "/etc/ssl/site${index}.key";
    root /var/www/site${index}/public;
    location ~ \\.php$ {
        include snippets/php.conf;
        fastcgi_read_timeout 120s;
    }
    add_header X-Frame-Options "SAMEORIGIN" always;
}
`;

/** As a provider has them: a file for each site, and one snippet in all of them. */
const manySites = (): NginxFiles => {
  const sites = Array.from({ length: SITES }, (_, index): readonly [string, Buffer] => [
    `/etc/nginx/sites/${String(index).padStart(4, "0")}.conf`,
    Buffer.from(site(index)),
  ]);
  const [first, ...others] = sites;
  const main = Buffer.from("events {}\nhttp {\n    include sites/*.conf;\n}\n");
  const snippet = ["/etc/nginx/snippets/php.conf", Buffer.from("fastcgi_pass unix:/run/php.sock;\n")] as const;
  return new Map([[MAIN, main], ...(first ? [first] : []), snippet, ...others]);
};

const loaded = (files: NginxFiles): NginxTree => {
  const tree = loadTree({ root: MAIN, files });
  if (tree.kind === "refused") throw new TypeError(tree.because.kind);
  return tree.tree;
};

const BUILD: NginxBuild = {
  flavour: "nginx",
  version: [1, 22, 1],
  tls: { name: "openssl", version: [3, 0, 19] },
  prefix: "/usr/share/nginx",
  confPath: MAIN,
  arguments: ["--with-http_ssl_module"],
};

const planOne = (tree: NginxTree, servers: readonly NginxServer[]): void => {
  const [target] = servers;
  if (!target) throw new TypeError("there is no server");
  const names = ["site0.example", "www.site0.example"];
  const files = { certificatePath: "/etc/ssl/new.pem", keyPath: "/etc/ssl/new.key", keyFamily: "rsa" as const };
  const plan = planCertificate({ tree, servers, target, build: BUILD, names, ...files });
  if (plan.kind === "refused") throw new TypeError(plan.because.kind);
};

const findAll = (servers: readonly NginxServer[]): void => {
  const find = createServerFinder(servers);
  for (let index = 0; index < SITES; index += 1) find({ name: `www.site${index}.example`, port: 443, tls: true });
};

/** What nginx itself takes to read so many servers, each with a certificate; nothing where there is no nginx. */
const timeOfNginx = async (): Promise<number | undefined> => {
  await using workshop = await openWorkshop();
  const { certificate, key } = await (await foundAuthority(["a.example"])).issue("a");
  const options = `listen unix:${workshop.folder}/socket ssl; ssl_certificate a.pem; ssl_certificate_key a.key;`;
  const servers = Array.from({ length: SITES }, (_, index) => `server { ${options} server_name s${index}.test; }`);
  const main = mainFile(workshop, ["server_names_hash_max_size 16384;", ...servers].join("\n"));
  await workshop.write({ "nginx.conf": main, "a.pem": certificate, "a.key": key });
  const began = performance.now();
  const { code } = await runNginx(workshop, "-T");
  return code === 0 ? performance.now() - began : undefined;
};

/** Parsing alone, and the whole way from what the server prints to a plan, over 2,000 sites in a file each. */
export const nginxParser = async (): Promise<BenchTable> => {
  const files = manySites();
  const dump = printDump(files);
  const whole = Buffer.concat([...files.values()]);
  const tree = loaded(files);
  const servers = readServers({ tree });
  const works: Readonly<Record<string, () => unknown>> = {
    "parse all of it as one file": () => parseNginx(whole),
    "take nginx -T apart": () => parseDump(dump),
    "parse each file and follow the includes": () => loaded(files),
    "read the servers": () => readServers({ tree }),
    "find the server of each name over TLS": () => findAll(servers),
    "plan a certificate, and check its neighbours": () => planOne(tree, servers),
  };
  const rows: Row[] = [];
  for (const [what, work] of Object.entries(works)) {
    work();
    const each = await meanOf(TURNS, work);
    rows.push({ what, ms: inMilliseconds(each), "MB/s": (whole.length / MEGABYTE / (each / 1_000)).toFixed(1) });
  }
  const theirs = await timeOfNginx();
  if (theirs !== undefined)
    rows.push({ what: "nginx -T itself, with so many certificates", ms: inMilliseconds(theirs), "MB/s": "" });
  const size = (whole.length / MEGABYTE).toFixed(1);
  return {
    title: `nginx: ${SITES} sites, ${size} MB in ${files.size} files`,
    aim: "far below what nginx itself takes",
    rows,
  };
};

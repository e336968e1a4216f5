import { parseApache, planCertificate, printApache, readApache } from "../installer/apache/subject.ts";
import type { BenchTable } from "./bench-table.ts";
import { inMilliseconds, meanOf } from "./timing.ts";

const HOSTS = 2_000;
const TURNS = 10;
const FOLDER = "/srv/apache";

const site = (index: number): string =>
  `<VirtualHost *:443>\n    ServerName s${index}.example\n    ServerAlias www.s${index}.example *.s${index}.example\n` +
  `    DocumentRoot "/srv/www/s${index}"\n    SSLEngine on\n    SSLCertificateFile /tls/s${index}.crt\n` +
  `    SSLCertificateKeyFile /tls/s${index}.key\n    # logs of this site\n    CustomLog /var/log/s${index}.log combined\n` +
  `    <Directory "/srv/www/s${index}">\n        AllowOverride None\n        Require all granted\n` +
  `        RewriteCond %{REQUEST_FILENAME} !-f \\\n            [NC]\n        RewriteRule ^ index.php [L]\n` +
  `    </Directory>\n</VirtualHost>\n\n`;

const sites = Buffer.from(Array.from({ length: HOSTS }, (_, index) => site(index)).join(""));
const LINES_OF_A_SITE = site(0).split("\n").length - 1;

/** What the server would print of the tree. */
const dump = [
  "Included configuration files:",
  `  (*) ${FOLDER}/httpd.conf`,
  `    (2) ${FOLDER}/sites.conf`,
  "*:443                  is a NameVirtualHost",
  ...Array.from({ length: HOSTS }, (_, index) => {
    const at = `${FOLDER}/sites.conf:${index * LINES_OF_A_SITE + 1}`;
    const aliases = `                 alias www.s${index}.example\n                 wild alias *.s${index}.example`;
    return `         port 443 namevhost s${index}.example (${at})\n${aliases}`;
  }),
].join("\n");

const source = {
  files: new Map([
    [`${FOLDER}/httpd.conf`, Buffer.from("Listen 443\nInclude sites.conf\n")],
    [`${FOLDER}/sites.conf`, sites],
  ]),
  links: new Map<string, string>(),
  configFile: `${FOLDER}/httpd.conf`,
  serverRoot: FOLDER,
  version: [2, 4, 62] as const,
  modules: ["ssl_module", "socache_shmcb_module"].map((name) => ({ name, isStatic: true })),
  defines: new Map<string, string>(),
  environment: new Map<string, string>(),
};

const parsedItems = () => {
  const parsed = parseApache(sites);
  if (parsed.kind === "malformed") throw new Error(parsed.problem.sentence);
  return parsed.items;
};

const reading = () => {
  const read = readApache(source, dump);
  if (read.kind === "refused") throw new Error(read.sentence);
  return read;
};

const planned = (from: ReturnType<typeof reading>): void => {
  const name = `s${HOSTS / 2}.example`;
  const files = { certificatePath: "/tls/new.crt", keyPath: "/tls/new.key", keyFamily: "ecdsa" } as const;
  const wish = { reading: from, name, addresses: ["192.0.2.1"], names: [name], distribution: "debian" } as const;
  const plan = planCertificate({ ...wish, ...files });
  if (plan.kind !== "planned") throw new Error(plan.sentence);
};

const rowOf = (work: string, milliseconds: number) => ({
  work,
  ms: inMilliseconds(milliseconds),
  "MB/s": (sites.length / 1e3 / milliseconds).toFixed(0),
});

/** One file of 2,000 virtual hosts: parsed, printed, read with everything in force, and a certificate planned. */
export const apacheParser = async (): Promise<BenchTable> => {
  const [items, read] = [parsedItems(), reading()];
  return {
    title: `Apache: ${HOSTS} virtual hosts, ${(sites.length / 1e6).toFixed(2)} MB`,
    aim: "far below the time that the server takes for its own test of such a tree",
    rows: [
      rowOf("parse", await meanOf(TURNS, parsedItems)),
      rowOf("print", await meanOf(TURNS, () => printApache(sites, items))),
      rowOf("read, and compare with the server's dump", await meanOf(TURNS, reading)),
      rowOf("plan a certificate, and read the result again", await meanOf(TURNS, () => planned(read))),
    ],
  };
};

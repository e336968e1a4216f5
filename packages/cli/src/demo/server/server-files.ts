import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "@hostseal/core";
import { makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";

/** The site that the demo's server has beside the panel's. */
export const SERVER_SITE = "depot.example.com";

export type ServerPlace = {
  /** A folder of its own. */
  readonly folder: string;
  /** An address of this machine alone on which nobody else listens. */
  readonly address: string;
  /** The ports that stand for 80 and 443 in the demo world. */
  readonly ports: { readonly http: number; readonly https: number };
};

const OWNER_ONLY = { mode: 0o600 };
const SERIAL_BYTES = 16;
const AGE = 400 * DAY;
const LIFETIME = 390 * DAY;

const mainFile = (folder: string): string => `# The web server of a customer, as the demo found it.
daemon off;
user root;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path ${folder}/temp;
    proxy_temp_path ${folder}/temp;
    fastcgi_temp_path ${folder}/temp;
    uwsgi_temp_path ${folder}/temp;
    scgi_temp_path ${folder}/temp;
    include sites/*;
}
`;

const siteFile = ({ folder, address, ports }: ServerPlace): string => `server {
    listen ${address}:80;
    listen ${address}:${ports.http};
    listen ${address}:443 ssl;
    listen ${address}:${ports.https} ssl;
    server_name ${SERVER_SITE};

    ssl_certificate tls/${SERVER_SITE}.crt;      # made by hand, long ago
    ssl_certificate_key tls/${SERVER_SITE}.key;

    root ${folder}/web;
}
`;

/** A certificate that somebody signed themselves and that has expired. */
const oldPair = async (now: Instant, random: Random) => {
  const key = await makeKey("ec-p256");
  const name = { commonName: SERVER_SITE };
  const certificate = await signCertificate({
    serial: `01${Buffer.from(random.bytes(SERIAL_BYTES)).toString("hex")}`,
    notBefore: now - AGE,
    notAfter: now - AGE + LIFETIME,
    subject: name,
    issuer: { name, privateKey: key },
    publicKey: key.publicKeyPem,
    names: [SERVER_SITE],
  });
  return { certificate, key };
};

/** Writes the configuration of nginx with one site, and returns where its main file is. */
export const writeServerFiles = async (
  place: ServerPlace,
  { now, random }: { readonly now: Instant; readonly random: Random },
): Promise<string> => {
  const { folder } = place;
  const etc = join(folder, "etc");
  for (const path of ["etc/sites", "etc/tls", "web"]) await mkdir(join(folder, path), { recursive: true });
  await chmod(folder, 0o700);
  const { certificate, key } = await oldPair(now, random);
  await writeFile(join(etc, "nginx.conf"), mainFile(folder));
  await writeFile(join(etc, "sites", SERVER_SITE), siteFile(place));
  await writeFile(join(etc, "tls", `${SERVER_SITE}.crt`), certificate);
  await writeFile(join(etc, "tls", `${SERVER_SITE}.key`), key.pem.reveal(), OWNER_ONLY);
  await writeFile(join(folder, "web", "index.html"), `<!doctype html><title>${SERVER_SITE}</title><p>A depot.\n`);
  return join(etc, "nginx.conf");
};

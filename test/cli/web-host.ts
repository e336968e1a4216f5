import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeKey } from "../installer/transport/make-key.ts";
import type { KeyPair } from "../installer/transport/make-key.ts";
import { startSshd } from "../installer/transport/start-sshd.ts";
import type { Sshd } from "../installer/transport/start-sshd.ts";
import { startNginx } from "../installer/host/start-nginx.ts";
import type { World } from "../installer/host/start-nginx.ts";
import type { Issued, OwnAuthority } from "./own-authority.ts";
import { createOwnAuthority } from "./own-authority.ts";

/** A real nginx behind a real sshd, and a data folder that knows it as `web1`. */
export type WebHost = {
  readonly home: string;
  readonly nginx: World;
  readonly sshd: Sshd;
  readonly authority: OwnAuthority;
  readonly keys: { readonly host: KeyPair; readonly ours: KeyPair };
  /** Writes certificate, chain and key of a name as `<file>.crt`, `<file>.chain` and `<file>.key` into the data folder. */
  readonly bring: (file: string, issued: Issued) => Promise<void>;
  close(): Promise<void>;
};

const SECURED = "secured.example.com";

const site = (name: string, listen: string, more = ""): string =>
  `server {\n    listen {address}:${listen};\n    server_name ${name};\n${more}    root {root}/web/${name.split(" ")[0]};\n}\n`;

const PAIR = `    ssl_certificate tls/secured.crt;\n    ssl_certificate_key tls/secured.key;\n`;

const sites = ({ certificate, chain, key }: Issued) => ({
  "tls/secured.crt": certificate + chain,
  "tls/secured.key": key,
  "sites/10-secured": `# by hand\n${site(`${SECURED} www.${SECURED}`, "443 ssl", PAIR)}${site(SECURED, "80")}`,
  "sites/20-bare": site("bare.example.com", "80"),
  [`../web/${SECURED}/index.html`]: "secured",
  "../web/bare.example.com/index.html": "bare",
});

/** What the data folder says; probes ask a resolver that nobody runs. */
export const configOf = (hosts: Readonly<Record<string, unknown>>) => ({
  partner: "acme",
  customer: "acme",
  contactEmails: [],
  probe: { resolvers: ["127.0.0.1:9"], allowPrivateAddresses: true },
  roots: ["root.pem"],
  issuers: { sandbox: { driver: "sandbox", url: "http://127.0.0.1:9", credential: { file: "ca.credential" } } },
  hosts,
  mailer: { driver: "folder" },
});

export const openWebHost = async (): Promise<WebHost> => {
  const authority = await createOwnAuthority(Date.now());
  const nginx = await startNginx(sites(await authority.issue(SECURED, Date.now() - 1_000)));
  const home = join(nginx.root, "home");
  await mkdir(home, { mode: 0o700 });
  const [host, ours] = [await makeKey(home, "host", "ed25519"), await makeKey(home, "ours", "ed25519")];
  const sshd = await startSshd({ hostKeys: [host], authorised: [ours] });
  const web1 = {
    driver: "ssh",
    address: "127.0.0.1",
    port: sshd.port,
    user: sshd.user,
    login: { key: "ours" },
    hostKey: host.fingerprint,
    config: nginx.config,
    state: nginx.state,
    addresses: [nginx.address],
    patience: 20,
  };
  await writeFile(join(home, "hostseal.json"), `${JSON.stringify(configOf({ web1 }), undefined, 2)}\n`);
  await writeFile(join(home, "root.pem"), authority.root);
  await writeFile(join(home, "ca.credential"), "unused", { mode: 0o600 });
  return {
    home,
    nginx,
    sshd,
    authority,
    keys: { host, ours },
    bring: async (file, { certificate, chain, key }) => {
      await writeFile(join(home, `${file}.crt`), certificate);
      await writeFile(join(home, `${file}.chain`), chain);
      await writeFile(join(home, `${file}.key`), key, { mode: 0o600 });
    },
    close: async () => {
      await sshd.close();
      await nginx[Symbol.asyncDispose]();
    },
  };
};

import { readCertificate, keyMatches, Secret } from "@hostseal/pki";
import type { CallArguments } from "../call-arguments.ts";
import { refusal } from "../refusal.ts";
import { HOSTNAME, type ServerState, webspacesOf } from "../server-state.ts";
import { serverNameOf } from "../uapi/domains.ts";
import { LINK_FUNCTIONS } from "./link-functions.ts";
import type { WhmFunction } from "./whm-function.ts";

const SERVICES = new Set(["ftp", "exim", "dovecot", "cpanel"]);

const toAccount = (state: ServerState, name: string) => ({
  user: name,
  domain: webspacesOf(state, name).map(serverNameOf)[0],
  email: `${name}@hosting.example`,
  owner: "root",
  plan: "default",
  suspended: 0,
  theme: "jupiter",
});

const installService = (state: ServerState, args: CallArguments) => {
  const [service, crt, key] = [args.need("service"), args.need("crt"), new Secret(args.need("key"))];
  if (!SERVICES.has(service)) throw refusal(`“${service}” is not a service with a certificate.`);
  const read = readCertificate(crt);
  if (read.kind === "malformed") throw refusal("The certificate could not be parsed: ASN.1 parse error.");
  if (!keyMatches(crt, key)) throw refusal("The key does not match the certificate.");
  state.services.set(service, { certificate: read.certificate.pem, key, cabundle: args.get("cabundle") ?? "" });
  return { service, certificate: crt, certificate_info: { domains: read.certificate.names } };
};

/** The server's own functions. */
export const WHM_FUNCTIONS: Readonly<Record<string, WhmFunction>> = {
  ...LINK_FUNCTIONS,
  version: { run: ({ state }) => ({ version: state.version }) },
  gethostname: { run: () => ({ hostname: HOSTNAME }) },
  myprivs: {
    run: ({ state }) => ({
      privileges: [Object.fromEntries([...state.privileges].map((name) => [name, 1]))],
    }),
  },
  listaccts: {
    privilege: "list-accts",
    run: ({ state, accounts }) => ({ acct: accounts.map((name) => toAccount(state, name)) }),
  },
  get_autossl_metadata: {
    privilege: "all",
    run: ({ state }) => ({ payload: { clobber_externally_signed: state.clobbers ? 1 : 0, notify_autossl_expiry: 1 } }),
  },
  fetch_service_ssl_components: {
    privilege: "ssl",
    run: ({ state }) => ({
      services: [...state.services].map(([service, { certificate, key, cabundle }]) => ({
        service,
        certificate,
        cabundle,
        key: key.reveal(),
        certificate_info: {},
      })),
    }),
  },
  install_service_ssl_certificate: { privilege: "ssl", run: ({ state, args }) => installService(state, args) },
  restartservice: {
    privilege: "restart",
    run: ({ args }) => ({ service: args.need("service"), restart: 1 }),
  },
};

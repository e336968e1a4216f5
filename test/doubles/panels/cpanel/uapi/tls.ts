import { keyMatches, readCertificate, Secret, splitPem } from "@hostseal/pki";
import { covers, type DomainName, parseDomainName } from "@hostseal/rules";
import type { Webspace } from "@hostseal/sandbox";
import { putOn, takeOff } from "../installing.ts";
import { refusal } from "../refusal.ts";
import { type AccountState, type ServerState, webspacesOf } from "../server-state.ts";
import { type StoredCertificate, toCertificateWords, toStoredCertificate, toStoredKey } from "../stored-items.ts";
import { serverNameOf } from "./domains.ts";
import type { UapiModule } from "./uapi-function.ts";

const vhostOf = (state: ServerState, account: AccountState, domain: string): Webspace => {
  const found = webspacesOf(state, account.name).find(({ names }) => names.some((name) => name === domain));
  if (!found) throw refusal(`The domain “${domain}” does not exist in the account “${account.name}”.`);
  return found;
};

const granted = ({ facts }: StoredCertificate, name: DomainName): boolean =>
  facts.names.some((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" && (parsed.name === name || covers(parsed.name, name));
  });

/** The bundle has to begin with whoever signed the certificate; without a bundle the server takes its own. */
const verifyBundle = ({ facts, cab }: StoredCertificate): void => {
  const [first] = splitPem(cab);
  if (first === undefined && cab !== "")
    throw refusal("Certificate verification failed! (Certificate Authority Bundle)");
  const issuer = first === undefined ? undefined : readCertificate(first);
  if (issuer?.kind === "certificate" && issuer.certificate.subject !== facts.issuer)
    throw refusal("Certificate verification failed! The Certificate Authority Bundle does not match the certificate.");
};

const requireFit = ({ facts }: StoredCertificate, key: Secret, domain: string): void => {
  if (!keyMatches(facts.pem, key))
    throw refusal(
      `The certificate could not be installed on the domain “${domain}”. The key does not match the certificate.`,
    );
};

/** The certificate on a virtual host. */
export const tls: UapiModule = {
  install_ssl: {
    feature: "sslinstall",
    run: ({ state, account, args }) => {
      const [domain, pem] = [args.need("domain"), args.need("cert")];
      const key = toStoredKey(new Secret(args.need("key")));
      const certificate = toStoredCertificate(pem, args.get("cabundle") ?? "");
      const vhost = vhostOf(state, account, domain);
      requireFit(certificate, key.pem, domain);
      verifyBundle(certificate);
      const working = vhost.names.filter((name) => granted(certificate, name));
      if (working.length === 0)
        throw refusal(`The certificate could not be installed on the domain “${domain}”. It has none of its names.`);
      account.keys.set(key.id, key);
      account.certificates.set(certificate.id, certificate);
      putOn(state, vhost.id, { certificate, key });
      const message = `The SSL certificate is now installed onto the domain "${domain}" using the IP address "127.0.0.1".`;
      return {
        action: "install",
        domain,
        user: account.name,
        ip: "127.0.0.1",
        cert_id: certificate.id,
        key_id: key.id,
        working_domains: working,
        warning_domains: vhost.names.filter((name) => !working.includes(name)),
        extra_certificate_domains: certificate.facts.names.filter((name) => !vhost.names.some((one) => one === name)),
        message,
        statusmsg: message,
        html: `<p>${message}</p>`,
      };
    },
  },
  delete_ssl: {
    feature: "sslinstall",
    run: ({ state, account, args }) => {
      takeOff(state, vhostOf(state, account, args.need("domain")).id);
      return null;
    },
  },
  installed_hosts: {
    run: ({ state, account }) =>
      webspacesOf(state, account.name).flatMap((webspace) => {
        const active = state.world.ground.shelf.active(webspace.id);
        if (!active) return [];
        const stored = toStoredCertificate(active.certificate.pem, "");
        return [
          {
            servername: serverNameOf(webspace),
            domains: webspace.names,
            fqdns: [...webspace.names, `mail.${serverNameOf(webspace)}`],
            docroot: webspace.home,
            ip: "127.0.0.1",
            is_primary_on_ip: 0,
            needs_sni: 1,
            mail_sni_status: 1,
            certificate_text: active.certificate.pem,
            certificate: { ...toCertificateWords(stored), is_autossl: 0 },
          },
        ];
      }),
  },
};

import type { Issued } from "../../contracts/host-check.ts";
import type { TestAuthority } from "../../contracts/host-test-authority.ts";
import type { Files } from "./start-nginx.ts";

const host = (name: string, extra: string, port = 443): string => `<VirtualHost *:${port}>
    ServerName ${name}
    DocumentRoot "{root}/web/${name}"
${extra}</VirtualHost>
`;

const pair = (name: string): string => `    SSLEngine on
    SSLCertificateFile tls/${name}.crt
    SSLCertificateKeyFile tls/${name}.key
`;

const page = (name: string): Files => ({ [`../web/${name}/index.html`]: `this is ${name}` });

const files = (name: string, { certificate, chain, key }: Issued): Files => ({
  [`tls/${name}.crt`]: [certificate, ...chain].join(""),
  [`tls/${name}.key`]: key.reveal(),
});

/** A server as they are found: a secured site, one on port 80 alone, two that share a snippet, and a default. */
export const apacheSites = async ({ issue }: TestAuthority): Promise<Files> => {
  const names = ["first.example.com", "secured.example.com", "shared.example.com"];
  const [first, other, shared] = await Promise.all(names.map(async (name) => issue(name as never)));
  if (!first || !other || !shared) throw new TypeError("three were issued");
  return {
    ...files("first.example.com", first),
    ...files("secured.example.com", other),
    ...files("shared.example.com", shared),
    ...page("first.example.com"),
    ...page("secured.example.com"),
    ...page("one.shared.example.com"),
    ...page("two.shared.example.com"),
    "snippets/shared.conf": pair("shared.example.com"),
    "sites/00-first": host("first.example.com", pair("first.example.com")) + host("first.example.com", "", 80),
    "sites/10-secured": `# written by hand\n${host(
      "secured.example.com",
      `    ServerAlias www.secured.example.com\n${pair("secured.example.com")}`,
    )}`,
    "sites/20-bare": host("bare.example.com", "", 80),
    "../web/bare.example.com/index.html": "bare",
    "sites/30-shared":
      host("one.shared.example.com", "    Include snippets/shared.conf\n") +
      host("two.shared.example.com", "    Include snippets/shared.conf\n"),
  };
};

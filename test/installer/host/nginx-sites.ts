import type { Issued } from "../../contracts/host-check.ts";
import type { TestAuthority } from "../../contracts/host-test-authority.ts";
import type { Files } from "./start-nginx.ts";

const server = (name: string, extra: string, listen = "443 ssl"): string => `server {
    listen {address}:${listen};
    server_name ${name};
${extra}    location / { return 200 "this is ${name}"; }
}
`;

const pair = (name: string): string => `    ssl_certificate tls/${name}.crt;
    ssl_certificate_key tls/${name}.key;
`;

const files = (name: string, { certificate, chain, key }: Issued): Files => ({
  [`tls/${name}.crt`]: [certificate, ...chain].join(""),
  [`tls/${name}.key`]: key.reveal(),
});

/** A server as they are found: a secured site, one on port 80 alone, two that share a snippet, and a default. */
export const nginxSites = async ({ issue }: TestAuthority): Promise<Files> => {
  const [first, other, shared] = await Promise.all(
    ["first.example.com", "secured.example.com", "shared.example.com"].map(async (name) => issue(name as never)),
  );
  if (!first || !other || !shared) throw new TypeError("three were issued");
  return {
    ...files("first.example.com", first),
    ...files("secured.example.com", other),
    ...files("shared.example.com", shared),
    "snippets/shared.conf": pair("shared.example.com"),
    "sites/00-first": server("first.example.com", pair("first.example.com")) + server("first.example.com", "", "80"),
    "sites/10-secured": `# written by hand\n${server("secured.example.com www.secured.example.com", pair("secured.example.com"))}`,
    "sites/20-bare": server("bare.example.com", "    root {root}/web/bare;\n    location /.well-known/ { }\n", "80"),
    "../web/bare/index.html": "bare",
    "sites/30-shared":
      server("one.shared.example.com", "    include snippets/shared.conf;\n") +
      server("two.shared.example.com", "    include snippets/shared.conf;\n"),
  };
};

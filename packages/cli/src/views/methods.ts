import type { MethodChoice } from "@hostseal/core";
import type { Method } from "@hostseal/rules";

/** A method as it ends a sentence: "validated by a DNS record". */
export const methodWords: Readonly<Record<Method, string>> = {
  "dns-txt": "by a DNS record (TXT)",
  "dns-cname": "by a DNS record (CNAME)",
  file: "by a file on the site",
  email: "by a message",
  "acme-http-01": "by a file on the site (ACME)",
  "acme-dns-01": "by a DNS record (ACME)",
  "acme-tls-alpn-01": "by a TLS handshake (ACME)",
  "dns-persist": "by a lasting DNS record",
};

export const toMethodText = (choice: MethodChoice): string =>
  choice.method === "email" ? `by a message to ${choice.address}` : methodWords[choice.method];

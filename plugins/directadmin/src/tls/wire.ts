import { Secret, splitPem } from "@hostseal/pki";
import { z } from "zod";

const secret = z.string().transform((text) => new Secret(text));
const names = z.array(z.string()).catch([]);

/** Several PEM texts in a list, or in one text. */
const pems = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((chain) => splitPem([chain ?? []].flat().join("\n")));

/** `GET /api/domain-tls/{domain}/certs`: the ids there are, and what is in those that are filled. */
export const certificates = z.object({
  certIds: names,
  certs: z.array(z.object({ id: z.string(), certificate: z.object({ dnsNames: names }).nullish() })),
});
export type Certificates = z.infer<typeof certificates>;

/** `GET …/certs/{id}/files`: the private key is among them, and wrapped at once. */
export const files = z.object({ cert: z.string(), key: secret, chain: pems });

/** `GET /CMD_API_SSL`: empty texts where there is no certificate of the domain's own. */
export const ssl = z.object({
  certificate: z.string().catch(""),
  key: secret.catch(new Secret("")),
  ssl_on: z.unknown(),
});
export const cacert = z.object({ cacert: z.string().catch("") });

/** `GET /api/server-tls/files`: leaf and intermediates in one text. */
export const serverFiles = z.object({ certificate: z.string(), key: secret });

/**
 * `GET …/acme-config`. It is sent back as a whole when it is changed, with what a DNS provider is told, so nothing of it
 * is lost and the provider's tokens are wrapped at once.
 */
export const acmeConfig = z.looseObject({
  enabled: z.boolean().catch(false),
  provider: z.string().catch(""),
  skipDNSNames: names,
  dnsEnvironment: z.record(z.string(), secret).optional(),
});
export type AcmeConfig = z.infer<typeof acmeConfig>;

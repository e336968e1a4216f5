import { Secret, splitPem } from "@hostseal/pki";
import { z } from "zod";

/* The panel's answers, in its own words. Nothing else trusts what comes over the wire. */

/** Names of domains or labels of subdomains; a list, or the empty text that stands for none. */
export const nameList = z.union([z.array(z.string()), z.literal("").transform((): readonly string[] => [])]);

/** Pointer name to its kind; an empty list stands for none. */
export const pointers = z.union([
  z.record(z.string(), z.unknown()).transform((all): readonly string[] => Object.keys(all)),
  z.array(z.string()),
]);

const amount = z.union([z.string(), z.number()]).transform(String);
const flag = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => /^(?:on|yes|1|true)$/i.test(String(value)));

/** Whether a domain is served over TLS; it is where the panel has no switch for it. */
export const sslState = z.object({ ssl: flag.default(true) });

/** What a change of one setting of a domain has to repeat of the others: guessing would change them. */
export const domainSettings = z.object({ bandwidth: amount, quota: amount, cgi: flag, php: flag });

const record = z.object({
  name: z.string(),
  type: z.string().transform((type) => type.toUpperCase()),
  value: z.string(),
  combined: z.string().exactOptional(),
});

export const records = z.object({ records: z.array(record) });
export type ListedRecord = z.infer<typeof record>;

const secret = z.string().transform((text) => new Secret(text));

/** An empty list is written as `null` by the newer half of the panel. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? []);
const texts = list(z.string());

/** Several PEM texts in a list, or in one text. */
const pems = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((chain) => splitPem([chain ?? []].flat().join("\n")));

/** `GET /api/domain-tls/{domain}/certs`: the ids there are, and what is in those that are filled. */
export const certificates = z.object({
  certIds: texts,
  certs: list(z.object({ id: z.string(), certificate: z.object({ dnsNames: texts }).nullish() })),
});
export type Certificates = z.infer<typeof certificates>;

const certificate = z.string().transform((text, context) => {
  const [first] = splitPem(text);
  if (first !== undefined) return first;
  context.addIssue("no certificate");
  return z.NEVER;
});

/** `GET …/certs/{id}/files`: the private key is among them, and wrapped at once. */
export const files = z.object({ cert: certificate, key: secret, chain: pems });

/** `GET /CMD_API_SSL`: empty texts where there is no certificate of the domain's own. */
export const ssl = z.object({
  certificate: z.string().catch(""),
  key: secret.catch(new Secret("")),
});
export const cacert = z.object({ cacert: z.string().catch("") });

/** `GET /api/server-tls/files`: leaf and intermediates in one text. */
export const serverFiles = z.object({ certificate: z.string(), key: secret });

/**
 * `GET …/acme-config`. It is sent back as a whole when it is changed, with what a DNS provider is told, so nothing of it
 * is lost and the provider's tokens are wrapped at once.
 */
export const acmeConfig = z.looseObject({
  enabled: z.boolean(),
  provider: z.string().default(""),
  skipDNSNames: texts,
  dnsEnvironment: z.record(z.string(), secret).nullish(),
});
export type AcmeConfig = z.infer<typeof acmeConfig>;

/** `GET /api/session`: every command that this login may give. */
export const session = z.object({ allowedCommands: z.array(z.string()) });

/** `GET /api/filemanager/metadata`: that there is something is all that counts. */
export const fileMetadata = z.object({ type: z.string() });

/** `GET /api/version`. */
export const version = z.object({ version: z.string().regex(/^v?\d[\w.-]*$/) });

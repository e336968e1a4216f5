import { Secret } from "@hostseal/pki";
import { z } from "zod";

/* What cPanel & WHM answer. Numbers come as text and truth as 0, 1, "0", "1" or "", differently by version. */

const flag = z.union([z.number(), z.string(), z.boolean(), z.null()]).transform((value) => Number(value) === 1);
const whole = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int());
const secret = z
  .string()
  .min(1)
  .transform((text) => new Secret(text));

const word = z.union([z.string(), z.looseObject({}).transform((value) => JSON.stringify(value))]);
const words = z.union([z.array(word), word.transform((one) => [one]), z.null().transform((): string[] => [])]);

/** The answer of a UAPI function; also what a failed call still carries. */
const uapi = z.object({ status: flag, data: z.unknown(), errors: words.optional() });
export type UapiAnswer = z.output<typeof uapi>;

/** Bare over `/execute`, wrapped where the call came by another way. */
export const uapiAnswer = z.union([z.object({ result: uapi }).transform(({ result }) => result), uapi]);
export const whmAnswer = z.object({
  metadata: z.object({ result: flag, reason: z.string().nullish() }),
  data: z.unknown(),
});
export const throughWhm = z.object({ uapi });
/** API 2, and what refuses a credential, have this in common. */
export const api2Answer = z.object({
  cpanelresult: z.object({
    data: z.unknown(),
    error: z.string().nullish(),
    event: z.object({ result: flag }).optional(),
  }),
});

export const nothing = z.unknown();

const domain = z.object({
  domain: z.string().min(1),
  servername: z.string().min(1),
  serveralias: z.string().nullish(),
  documentroot: z.string().min(1),
  homedir: z.string().min(1),
});
export type Domain = z.output<typeof domain>;

/**
 * What is no virtual host, such as the bare name of a parked domain, is passed over. Every account has one at least: where
 * the panel cannot read its own files, it answers with blanks and calls that a success.
 */
export const domains = z
  .array(z.union([domain.transform((one) => [one]), z.unknown().transform((): Domain[] => [])]))
  .transform((listed) => listed.flat())
  .refine((listed) => listed.length > 0);

export const installedHosts = z.array(z.object({ servername: z.string(), certificate_text: z.string().nullish() }));
export type InstalledHost = z.output<typeof installedHosts>[number];
export const storedCertificates = z.array(z.object({ id: z.string(), serial: z.string(), not_after: whole }));
export const storedKeys = z.array(
  z.object({ id: z.string(), modulus: z.string().nullish(), ecdsa_public: z.string().nullish() }),
);
export type StoredKey = z.output<typeof storedKeys>[number];

/** Its PEM is in the answer too, and stays there. */
export const madeKey = z.object({ id: z.string().min(1) });
export const madeRequest = z.object({ text: z.string().min(1) });
export const shownKey = z.union([
  z.object({ details: z.object({ key: secret }) }).transform(({ details }) => details.key),
  z.object({ key: secret }).transform(({ key }) => key),
]);
export const material = z.object({ key: secret, cab: z.string().nullish() });

export const excludedDomains = z.array(z.object({ excluded_domain: z.string() }));

export const authorities = z.array(z.object({ local_authority: flag, zone: z.string().nullish() })).min(1);
const octets = z.string().transform((text) => Buffer.from(text, "base64").toString("latin1"));
export const zoneLines = z.array(
  z.union([
    z.object({
      type: z.literal("record"),
      line_index: whole,
      dname_b64: octets,
      record_type: z.string(),
      data_b64: z.array(octets),
    }),
    z.object({ type: z.enum(["control", "comment"]), line_index: whole }),
  ]),
);
export type ZoneLine = z.output<typeof zoneLines>[number];

export const uploads = z.object({ failed: whole });
export const fileInformation = z.object({ exists: flag, type: z.string().nullish() });
export const api2Outcomes = z.array(z.object({ result: flag.optional(), reason: z.string().nullish() }));

export const version = z.object({ version: z.string().min(1) });
export const statistics = z.array(z.object({ value: z.union([z.string(), z.number()]).nullish() })).min(1);
export const privileges = z.object({ privileges: z.array(z.record(z.string(), flag)).min(1) });
export const accountFacts = z.object({ feature: z.record(z.string(), flag).optional() });
export const autosslMetadata = z.object({ payload: z.object({ clobber_externally_signed: flag.nullish() }) });

export const accountList = z.object({ acct: z.array(z.object({ user: z.string().min(1) })) });
export const integrationLinks = z.object({ links: z.array(z.object({ app: z.string() })) });
export const hostname = z.object({ hostname: z.string().min(1) });
export const serviceCertificates = z.object({
  services: z.array(
    z.object({
      service: z.string(),
      certificate: z.string(),
      cabundle: z.string().nullish(),
      key: secret.nullish().catch(undefined),
    }),
  ),
});
export type ServiceCertificate = z.output<typeof serviceCertificates>["services"][number];

import { asId } from "@hostseal/core";
import type { CustomerId, HostId, IssuerId, PartnerId } from "@hostseal/core";
import { z } from "zod";
import { appSchema } from "./app/app-schema.ts";
import { credential, portNumber, text, url } from "./config-parts.ts";
import { parseEndpoint } from "./endpoint.ts";
import { panelEntry } from "./panels/panel-schema.ts";
import { sshHost } from "./ssh/ssh-host-schema.ts";

const endpoint = text.transform((value, context) => {
  const parsed = parseEndpoint(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "write an IP address, with a port as in 127.0.0.1:5353 or [::1]:5353" });
  return z.NEVER;
});

const ports = z.record(z.string().regex(/^\d{1,5}$/), portNumber);

const probe = z.strictObject({
  resolvers: z.array(endpoint).min(1),
  perspectives: z.array(z.strictObject({ name: text, resolvers: z.array(endpoint).min(1) })).exactOptional(),
  ports: ports.exactOptional(),
  nameServerPort: portNumber.exactOptional(),
  allowPrivateAddresses: z.boolean().exactOptional(),
});

const issuer = z.discriminatedUnion("driver", [z.strictObject({ driver: z.literal("sandbox"), url, credential })]);

const host = z.discriminatedUnion("driver", [
  z.strictObject({
    driver: z.literal("demo"),
    url,
    account: text,
    credential,
    customer: text.transform(asId<CustomerId>).exactOptional(),
  }),
  sshHost,
]);

const mailer = z.discriminatedUnion("driver", [
  z.strictObject({ driver: z.literal("folder") }),
  z.strictObject({ driver: z.literal("demo"), url }),
  z.strictObject({
    driver: z.literal("smtp"),
    host: text,
    port: portNumber,
    from: z.email(),
    secure: z.boolean().default(true),
    login: z.strictObject({ user: text, credential }).exactOptional(),
  }),
]);

const clock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("system") }),
  z.strictObject({ kind: z.literal("demo"), url }),
]);

const byId = <Id extends string, Value extends z.ZodType>(value: Value) =>
  z.record(text.transform(asId<Id>), value).refine((all) => Object.keys(all).length > 0, "name at least one");

/** `hostseal.json`, as docs/configuration.md describes it. */
export const configSchema = z.strictObject({
  /** Whose orders these are: the reseller, and its customer who orders from here. */
  partner: text.transform(asId<PartnerId>),
  customer: text.transform(asId<CustomerId>),
  /** Who hears of orders that name nobody else. */
  contactEmails: z.array(z.email()),
  clock: clock.default({ kind: "system" }),
  probe,
  /** Trusted roots: those that Node brings along, or PEM files. */
  roots: z.union([z.literal("platform"), z.array(text).min(1)], { error: 'write "platform" or a list of PEM files' }),
  issuers: byId<IssuerId, typeof issuer>(issuer),
  hosts: z.record(text.transform(asId<HostId>), host),
  /** Panel servers, whose accounts are hosts. */
  panels: z.record(text.regex(/^[A-Za-z0-9][\w.-]*$/, "use letters, digits, dots and hyphens"), panelEntry).default({}),
  mailer,
  /** For `hostseal serve`. */
  app: appSchema.exactOptional(),
});

export type Config = z.output<typeof configSchema>;
/** The file as it is written. */
export type ConfigFile = z.input<typeof configSchema>;
export type IssuerConfig = z.output<typeof issuer>;
export type HostConfig = z.output<typeof host>;
export type MailerConfig = z.output<typeof mailer>;

import { THEMES } from "@hostseal/server/themes";
import { z } from "zod";
import { credential, text } from "../config-parts.ts";
import { parseEndpoint } from "../endpoint.ts";

/** Where browsers reach something, `https://ssl.partner.example`, without final slash and path. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((written) => new URL(written).origin === written, "write it without a path and without a slash at its end");

const listen = text.transform((value, context) => {
  const endpoint = parseEndpoint(value);
  if (endpoint !== undefined) return endpoint;
  context.addIssue({ code: "custom", message: "write an address with its port, as in 127.0.0.1:8080" });
  return z.NEVER;
});

/** A panel server that signs its customers on; `panel` is the one of `panels` on which their accounts are. */
const signOn = z.strictObject({ panel: text, key: credential, origins: z.array(origin).min(1), theme: z.enum(THEMES) });

/** What `hostseal serve` needs beside the rest. */
export const appSchema = z.strictObject({
  origin,
  listen,
  brand: z.strictObject({ name: text, supportEmail: z.email() }),
  signOn: z.record(text, signOn),
  /** Whether webhooks may go to loopback and private networks, and without TLS. */
  allowsPrivateWebhooks: z.boolean().default(false),
});

export type AppConfig = z.output<typeof appSchema>;

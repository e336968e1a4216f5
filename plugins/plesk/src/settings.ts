import type { HostId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { z } from "zod";

/** What of a site beside its web server can be given the certificate, where the certificate covers its name. */
export const SERVICES = ["mail", "webmail"] as const;
export type Service = (typeof SERVICES)[number];

/** What an operator writes into the configuration; the secret key lies elsewhere. */
export const pleskSettings = z.strictObject({
  /** Where the panel answers, such as `https://plesk.example:8443`. */
  url: z.url({ protocol: /^https$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Login name of the customer whose subscriptions these are. */
  account: z.string().min(1).max(100),
  /** `mail` is given the certificate when it covers `mail.<site>`, `webmail` when it covers `webmail.<site>`. */
  services: z.array(z.enum(SERVICES)).default([...SERVICES]),
});

export type PleskSettings = Omit<z.input<typeof pleskSettings>, "services"> & {
  readonly id: HostId;
  readonly services?: readonly Service[];
  /** Secret key of the administrator, as `plesk bin secret_key` makes it. */
  readonly credential: Secret;
};

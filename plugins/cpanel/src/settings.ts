import { z } from "zod";

/** Services with a certificate of the server's own, as `install_service_ssl_certificate` calls them. */
export const SERVICES = ["ftp", "exim", "dovecot", "cpanel"] as const;
export type Service = (typeof SERVICES)[number];

/** What is said of a cPanel account beside its server's address, its name and the credential. */
export const cpanelSettings = z.strictObject({
  /** `whm`: an API token of WHM, on port 2087; `account`: a token that the account made itself, on port 2083. */
  access: z.enum(["whm", "account"]).default("whm"),
  /** Whose the WHM token is: `root`, or a reseller. */
  login: z.string().min(1).default("root"),
  /** Services of the server that are sites of their own, `service:ftp` and so on; for an administrator's token. */
  services: z.array(z.enum(SERVICES)).default([]),
});

export type CpanelSettings = z.output<typeof cpanelSettings>;

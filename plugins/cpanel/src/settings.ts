import { z } from "zod";

/**
 * Services with a certificate of the server's own, as `install_service_ssl_certificate` calls them. FTP is not among them:
 * it speaks TLS only after a command of its own, so that nobody could see from outside what it serves.
 */
const SERVICES = ["cpanel", "dovecot", "exim"] as const;
export type Service = (typeof SERVICES)[number];

/** What is said of a cPanel account beside its server's address, its name and the credential. */
export const cpanelSettings = z
  .strictObject({
    /** `whm`: an API token of WHM, on port 2087; `account`: a token that the account made itself, on port 2083. */
    access: z.enum(["whm", "account"]).default("whm"),
    /** Whose the WHM token is: `root`, or a reseller. */
    login: z.string().min(1).default("root"),
    /** Services of the server that are sites of their own, `service:cpanel` and so on; for an administrator's token. */
    services: z.array(z.enum(SERVICES)).default([]),
  })
  .refine(({ access, services }) => access === "whm" || services.length === 0, {
    error: "services belong to the server: they need a token of WHM",
    path: ["services"],
  });

export type CpanelSettings = z.output<typeof cpanelSettings>;

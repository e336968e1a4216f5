import type { HostId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { z } from "zod";

/** Services that can have a certificate of each domain's own, by their names at the panel. */
const SERVICES = ["dovecot", "postfix", "webmin", "usermin"] as const;

/** What the configuration says of a panel; the password of `login` stands apart from it. */
export const virtualminSettings = z.strictObject({
  /** Base of Webmin, `https://panel.example:10000`. */
  url: z.url({ protocol: /^https$/ }),
  /** The user who owns the sites: nothing of anybody else's is seen or touched. */
  account: z.string().min(1),
  /** Who logs in when it is not the owner: a master administrator, such as `root`. */
  login: z.string().min(1).exactOptional(),
  /**
   * Services that get a site's certificate although the panel's template does not say so; only a master administrator
   * can set them. Those that have it already get each new one in any case.
   */
  services: z.array(z.enum(SERVICES)).exactOptional(),
});

export type VirtualminSettings = z.infer<typeof virtualminSettings> & {
  readonly id: HostId;
  readonly credential: Secret;
};

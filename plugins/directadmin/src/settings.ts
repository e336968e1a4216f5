import type { HostId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { z } from "zod";

const userName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** What is configured for one account of one DirectAdmin server, beside its id and its credential. */
export const directadminSettings = z.strictObject({
  /** Base of the panel with its port, `https://panel.example:2222`, without final slash. */
  url: z.url({ protocol: /^https$/ }).regex(/[^/]$/),
  /** Whose domains they are. */
  account: userName,
  /** Whose login key it is, when not the account's own: an administrator or reseller, who then acts as the account. */
  holder: userName.exactOptional(),
  /** Where a domain's first certificate goes; the panel's own choice of ids is not documented. */
  certificateId: z
    .string()
    .regex(/^[\w.-]{1,253}$/)
    .exactOptional(),
  /** How intermediates are written in `/api/domain-tls`: as a list of PEM texts, or as one text. */
  chainAs: z.enum(["list", "text"]).default("list"),
  /** Whether the panel's own certificate appears as the site `service:panel`; needs an administrator's login key. */
  services: z.boolean().default(false),
});

/** The credential is a login key or a password; a login key is what can be limited and taken back. */
export type DirectadminSettings = z.input<typeof directadminSettings> & {
  readonly id: HostId;
  readonly credential: Secret;
};

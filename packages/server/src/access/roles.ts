/** Who works for a partner: an owner also decides who may come in, staff works on orders, read-only looks. */
export const ROLES = ["owner", "staff", "read-only"] as const;
export type Role = (typeof ROLES)[number];

/** What can be done in the console. */
export type Deed = "see" | "work" | "govern";

const deeds: Readonly<Record<Role, readonly Deed[]>> = {
  owner: ["see", "work", "govern"],
  staff: ["see", "work"],
  "read-only": ["see"],
};

export const may = (role: Role, deed: Deed): boolean => deeds[role].includes(deed);

/** What an API key may be used for. Only `spend` lets it confirm an order. */
export const API_SCOPES = ["orders:read", "orders:write", "spend", "hosts:read", "balance:read", "webhooks"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

type Branded<Name extends string> = string & { readonly __brand: Name };

/** Our own number of an order, e.g. `ord_7k2m9x`; chosen before anything is sent anywhere. */
export type OrderId = Branded<"OrderId">;
/** The reseller. Every row belongs to exactly one partner. */
export type PartnerId = Branded<"PartnerId">;
/** The reseller's client, inside one partner. */
export type CustomerId = Branded<"CustomerId">;
/** A configured certificate authority or reseller API. */
export type IssuerId = Branded<"IssuerId">;
/** The number the issuer gave to an order; opaque. */
export type IssuerRef = Branded<"IssuerRef">;
/** A panel account or a server reached over SSH. */
export type HostId = Branded<"HostId">;
/** One virtual host on a host, in the host's own words; opaque. */
export type SiteId = Branded<"SiteId">;
/** Where a sealed secret lies in the vault. */
export type VaultRef = Branded<"VaultRef">;
/** Names one outside effect; the same key twice means the same effect once. */
export type IdempotencyKey = Branded<"IdempotencyKey">;

/** Marks a string that was checked, or made by us, as the identifier it is. */
export const asId = <Id extends string>(text: string): Id => text as Id;

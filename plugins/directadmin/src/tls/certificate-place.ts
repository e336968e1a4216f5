import type { Secret } from "@hostseal/pki";

/** A certificate with everything that is needed to put it somewhere again. */
export type Material = { readonly leaf: string; readonly chain: readonly string[]; readonly key: Secret };

/** What a site has at this moment. */
export type Holding = {
  /** Under which id the panel keeps it, or would keep the next. */
  readonly slot: string;
  readonly material?: Material;
};

/** The ways in which DirectAdmin keeps certificates. */
export type PlaceKind = "domain-tls" | "ssl-command" | "server-tls";

/** Where the certificate of one site is kept. */
export type CertificatePlace = {
  readonly kind: PlaceKind;
  /** Nothing where this version of the panel, or this domain, has no such place. */
  look(): Promise<Holding | undefined>;
  /** What is under the id now, after something was put there. */
  lookAgain(slot: string): Promise<Material | undefined>;
  /** A bought certificate is kept from automatic ones, where the panel can; one that is put back is not. */
  put(slot: string, material: Material, origin: "bought" | "put-back"): Promise<void>;
  /** Back to no certificate of its own; absent where there always is one. */
  clear?(slot: string): Promise<void>;
};

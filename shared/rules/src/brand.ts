/**
 * Whose practice counts: the name a certificate is sold under, as far as its certificate authority has rules of its own.
 * `sandbox` is the embedded partner CA, which practises what Sectigo does.
 */
export type Brand =
  | "sectigo"
  | "trustico"
  | "zerossl"
  | "digicert"
  | "geotrust"
  | "thawte"
  | "rapidssl"
  | "globalsign"
  | "letsencrypt"
  | "google"
  | "sslcom"
  | "godaddy"
  | "amazon"
  | "certum"
  | "actalis"
  | "sandbox";

/** Every brand the rules know, in no particular order. */
export const BRANDS: readonly Brand[] = [
  "sectigo",
  "trustico",
  "zerossl",
  "digicert",
  "geotrust",
  "thawte",
  "rapidssl",
  "globalsign",
  "letsencrypt",
  "google",
  "sslcom",
  "godaddy",
  "amazon",
  "certum",
  "actalis",
  "sandbox",
];

/** Brands whose certificates DigiCert issues under one practice. */
export const DIGICERT_FAMILY: readonly Brand[] = ["digicert", "geotrust", "thawte", "rapidssl"];

/** Brands whose certificates Sectigo issues under one practice. */
export const SECTIGO_FAMILY: readonly Brand[] = ["sectigo", "trustico"];

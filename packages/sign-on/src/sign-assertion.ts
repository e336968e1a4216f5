import type { Claims } from "./claims.ts";
import type { SigningKey } from "./signing-key.ts";
import { writeToken } from "./token.ts";

/** The assertion as a panel's server writes it: a JWS in compact form (RFC 7515 §3.1). */
export const signAssertion = (claims: Claims, signing: SigningKey): string => {
  const { key, ...signer } = signing;
  return writeToken(signer, claims, key);
};

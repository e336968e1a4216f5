export { type AccountEvent, type Claims, claims } from "./claims.ts";
export { linkToken } from "./link-token.ts";
export { signAssertion } from "./sign-assertion.ts";
export { accountKey, type SigningKey } from "./signing-key.ts";
export {
  type AssertionMemory,
  type AssertionRefusal,
  CLOCK_SKEW,
  LONGEST_LIFE,
  type PanelServer,
  type Verified,
  verifyAssertion,
  type VerifyWith,
} from "./verify-assertion.ts";

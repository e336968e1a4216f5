import type { Check } from "../check.ts";
import { findInCode, findInText } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";

/** The files that shake hands with whatever is served, and why they may. */
const LOOKERS: Readonly<Record<string, string>> = {
  "packages/http/src/pinned-agent.ts":
    "the one certificate that is taken is pinned, and compared before anything is sent",
  "packages/http/src/shown-certificate.ts": "a person is shown what a panel presents, and decides; nothing is sent",
  "packages/installer/src/prove/look.ts": "what a site serves is compared before and after, whoever issued it",
  "packages/probe/src/net/shake-hands.ts": "the probe reports what is served, valid or not, and trusts none of it",
  "test/installer/host/visit.ts": "a visitor of the test asks which certificate is served, whoever issued it",
  "test/contracts/host-visitor.ts": "the contract suite asks which certificate a site serves, whoever issued it",
};

const UNVERIFIED = /\brejectUnauthorized\s*:(?!\s*true\b)|\bcheckServerIdentity\b|\bstrictSSL\b/g;
const SWITCH = new RegExp(["NODE_TLS", "REJECT_UNAUTHORIZED"].join("_"), "g");

export const tlsIsVerified: Check = {
  title: "the verification of TLS cannot be switched off",
  find: (files) => {
    const code = files.filter(isTypeScript);
    const unverified = findInCode(code, UNVERIFIED).filter(({ path }) => !(path in LOOKERS));
    return [...unverified, ...findInText(code, SWITCH)].map(
      ({ where }) => `${where} weakens the verification of TLS. Pin a CA or a fingerprint instead.`,
    );
  },
};

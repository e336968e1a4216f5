import { asId, isFailure } from "@hostseal/core";
import { fingerprint, makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { expect, test } from "vitest";
import { toPlan } from "./to-plan.ts";
import type { Look } from "./wire.ts";

const issue = async (name: string): Promise<string> => {
  const key = await makeKey("ec-p256");
  const issuer = { name: { commonName: "Test" }, privateKey: key };
  const validity = { notBefore: 0, notAfter: 90 * DAY };
  return signCertificate({
    subject: {},
    issuer,
    publicKey: key.publicKeyPem,
    serial: "01",
    ...validity,
    names: [name],
  });
};

const [ours, theirs, foreign] = await Promise.all([
  issue("www.example.com"),
  issue("example.com"),
  issue("example.net"),
]);
const sha256 = (pem: string): string => fingerprint(pem).sha256;

const EMPTY: Look = {
  names: ["example.com", "www.example.com"],
  tls_feature: "ssl",
  tls: true,
  shared_with: null,
  shared_by: [],
  certificate: null,
  sha256: null,
  chain: false,
  renewal: false,
  services: { possible: [], used: [] },
  kept: null,
};

const planned = (look: Partial<Look>, certificate = ours, chain: readonly string[] = [theirs]) =>
  toPlan(
    { site: asId("example.com"), certificate, chain },
    {
      host: "panel",
      look: { ...EMPTY, ...look, sha256: look.certificate ? sha256(look.certificate) : null },
      services: ["dovecot", "postfix"],
    },
  );

const refusalOf = (make: () => unknown): string => {
  try {
    make();
  } catch (thrown) {
    if (isFailure(thrown, "host.refused")) return thrown.message;
    throw thrown;
  }
  return "not refused";
};

test.each([
  ["this domain has no website", { tls_feature: null }, ours],
  ["certificate of example.org: install it there", { shared_with: "example.org" }, ours],
  ["for other names than the site's", {}, foreign],
  ["the certificate cannot be read", {}, "no PEM"],
])("%s", (sentence, look, certificate) => {
  expect(refusalOf(() => planned(look, certificate))).toContain(sentence);
});

test("a chain is not left standing under a certificate that came without one", () => {
  expect(refusalOf(() => planned({ chain: true }, ours, []))).toContain("cannot take away the present chain");
  expect(planned({ chain: true }).chain).toEqual([theirs]);
});

test("the receipt says what replaces what, whether TLS is new, and which services get it too", () => {
  const { receipt } = planned({ tls: false, certificate: theirs, services: { possible: ["dovecot"], used: [] } });
  const [mine, before] = [sha256(ours), sha256(theirs)];
  expect(receipt).toEqual({
    id: `example.com.${mine.slice(0, 16)}.${before.slice(0, 16)}`,
    undo: { domain: "example.com", sha256: mine, replaced: before, opens: "ssl", services: ["dovecot"] },
  });
});

test("planned again after a crash, it still stands on what was there before ours", () => {
  const kept = { sha256: sha256(ours), replaced: sha256(theirs) };
  const again = planned({ certificate: ours, kept });
  expect(again.receipt).toEqual(planned({ certificate: theirs }).receipt);
  expect(planned({ certificate: ours }).receipt.undo).toMatchObject({ replaced: sha256(ours) });
});

test("a service that has the certificate already is told of, and not given it once more", () => {
  const plan = planned({ services: { possible: ["dovecot", "postfix"], used: ["dovecot"] } });
  expect(plan.receipt.undo).toMatchObject({ services: ["postfix"] });
  expect(plan.steps.map(({ summary }) => summary)).toContain(
    "dovecot uses the certificate of example.com and gets this one too",
  );
});

test("who shares the certificate is told in the plan", () => {
  const said = planned({ shared_by: ["sub.example.com"] }).steps.map(({ summary }) => summary);
  expect(said).toContain(
    "sub.example.com uses that of example.com: it gets this one where it is covered, and else keeps the present one",
  );
});

import { buildChain, makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { DAY, POLICY_OIDS, SECOND, fromIso, latestNotAfter } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { TODAY, csrFor, factsOf, foundAuthority, issueFor, leafOf, publishAll } from "../test/found-authority.ts";

const ORGANISATION = {
  name: "Example Ltd",
  street: "1 High Street",
  city: "York",
  region: "Yorkshire",
  postcode: "YO1 7HH",
  country: "GB",
  phone: "+441904000000",
  registrationNumber: "01234567",
};

describe("an issued certificate", () => {
  it("carries the ordered names and key, for server authentication only, for today's practised days", async () => {
    const founded = await foundAuthority();
    const key = await makeKey("ec-p256");
    const csr = await makeCsr({ key, names: ["example.com" as DomainName] });
    const issued = await issueFor(founded, { names: ["example.com"], csr });
    expect(issued.stage).toBe("active");
    expect(leafOf(founded, issued)).toMatchObject({
      names: ["example.com"],
      commonName: "example.com",
      notBefore: TODAY,
      notAfter: latestNotAfter(TODAY, 199),
      policyOids: [POLICY_OIDS.dv],
      ekus: ["1.3.6.1.5.5.7.3.1"],
      isCa: false,
      publicKeySha256: key.publicKeySha256,
    });
  });

  it("leads to either root by the bundle it comes with", async () => {
    const founded = await foundAuthority();
    const issued = await issueFor(founded, { names: ["example.com"] });
    const { certificate, bundle } = founded.counter.collect(issued.order.ref, 1);
    expect(factsOf(certificate.pem).authorityKeyId).toBe(factsOf(bundle[0] ?? "").subjectKeyId);
    for (const root of founded.authority.roots) {
      const wish = { leaf: certificate.pem, intermediates: bundle, roots: [root], at: TODAY };
      expect(buildChain(wish).kind).toBe("complete");
    }
  });

  it.each([
    ["2027-03-14T23:59:59Z", 199],
    ["2027-03-15T00:00:00Z", 99],
    ["2029-03-14T23:59:59Z", 99],
    ["2029-03-15T00:00:00Z", 46],
  ])("made at %s lives %i days", async (today, days) => {
    const founded = await foundAuthority({ today: fromIso(today) });
    const { notBefore, notAfter } = leafOf(founded, await issueFor(founded, { names: ["example.com"] }));
    expect(notBefore).toBe(fromIso(today));
    expect(notAfter - notBefore).toBe(days * DAY - SECOND);
  });

  it("never outlives the licence", async () => {
    const founded = await foundAuthority();
    const first = await issueFor(founded, { names: ["example.com"] });
    founded.clock.advance(350 * DAY);
    const second = await founded.counter.reissue(first.order.ref, {
      reference: "second",
      csr: await csrFor("example.com"),
      names: ["example.com"],
      choices: [],
      agreedAt: TODAY,
    });
    publishAll(founded, second);
    const issued = await founded.counter.check(first.order.ref);
    expect(leafOf(founded, issued, 2).notAfter).toBe(issued.order.licence?.end);
    expect(issued.order.licence).toEqual({ start: TODAY, end: fromIso("2027-11-21T10:00:00Z") });
  });

  it.each([
    ["ov", "sandbox-ov", "C=GB, ST=Yorkshire, L=York, O=Example Ltd, CN=example.com"],
    ["ev", "sandbox-ev", "C=GB, ST=Yorkshire, L=York, O=Example Ltd, CN=example.com"],
  ] as const)("of level %s names the organisation", async (level, product, subject) => {
    const founded = await foundAuthority({ habits: { organisationStepTime: 0 } });
    const issued = await issueFor(founded, { names: ["example.com"], product, organisation: ORGANISATION });
    const leaf = leafOf(founded, issued);
    expect(leaf.subject).toContain(subject);
    expect(leaf.policyOids).toEqual([POLICY_OIDS[level]]);
  });
});

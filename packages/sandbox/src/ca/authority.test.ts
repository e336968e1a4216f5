import { buildChain, makeCsr, makeKey, readCertificate } from "@hostseal/pki";
import type { CertificateFacts } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { POLICY_OIDS, latestNotAfter } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import type { OrderView } from "./counter.ts";
import { currentGeneration } from "./orders/order.ts";
import type { Founded } from "./test/found-authority.ts";
import { TODAY, foundAuthority, requestFor } from "./test/found-authority.ts";

const publishAll = ({ web }: Founded, { order }: OrderView): void => {
  for (const { artefact } of currentGeneration(order).cases) web.publish(artefact);
};

const facts = (pem: string): CertificateFacts => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") throw new Error(read.because);
  return read.certificate;
};

describe("a DV certificate", () => {
  test("is issued once its TXT record is there, for today's practised days, under the authority's root", async () => {
    const founded = await foundAuthority();
    const { counter, authority } = founded;
    const key = await makeKey("ec-p256");
    const csr = await makeCsr({ key, names: ["example.com" as DomainName] });
    const placed = await counter.place(await requestFor({ names: ["example.com"], csr }));
    expect(placed.stage).toBe("awaiting-control");
    expect((await counter.check(placed.order.ref)).stage).toBe("awaiting-control");

    publishAll(founded, placed);
    const issued = await counter.check(placed.order.ref);

    expect(issued.stage).toBe("active");
    const { certificate, bundle } = counter.collect(placed.order.ref, 1);
    const leaf = facts(certificate.pem);
    expect(leaf).toMatchObject({
      names: ["example.com"],
      notBefore: TODAY,
      notAfter: latestNotAfter(TODAY, 199),
      policyOids: [POLICY_OIDS.dv],
      ekus: ["1.3.6.1.5.5.7.3.1"],
      isCa: false,
      publicKeySha256: key.publicKeySha256,
    });
    expect(leaf.authorityKeyId).toBe(facts(bundle[0] ?? "").subjectKeyId);
    const chain = buildChain({ leaf: certificate.pem, intermediates: bundle, roots: authority.roots, at: TODAY });
    expect(chain.kind).toBe("complete");
  });
});

import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import type { IssuerOrder } from "@hostseal/core";
import type { CertificateFacts } from "@hostseal/pki";
import { buildChain, readCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import type { IssuerCheck, IssuerSubject } from "./issuer-check.ts";
import {
  BLOG,
  NEWS,
  ORGANISATION,
  SHOP,
  booksAgree,
  failsWith,
  hasStatus,
  issuedOrder,
  proveAll,
  requestFor,
  validationOf,
} from "./issuer-check.ts";

const factsOf = (pem: string): CertificateFacts => {
  const read = readCertificate(pem);
  ok(read.kind === "certificate", "what was collected is no certificate");
  return read.certificate;
};

const collected = async ({ issuer }: IssuerSubject, { ref }: IssuerOrder, generation: number) =>
  factsOf((await issuer.collect(ref, generation)).leaf);

/** From the proofs to the certificate. Vendors get wrong: status words, chains, and what a reissue does to the old one. */
export const issuerIssuing: readonly IssuerCheck[] = [
  {
    name: "does not issue before it has seen the proof, and says why not",
    run: async (subject) => {
      const placed = await subject.issuer.place(await requestFor(subject));
      const checked = await subject.issuer.check(placed.ref);
      hasStatus(checked, "awaiting-validation");
      const { status } = validationOf(checked, SHOP);
      ok(status.kind === "failed", `a proof that is not there is ${status.kind}`);
      equal(status.because, "not-found");
      ok(status.evidence !== "", "the vendor's own words are missing");
    },
  },
  {
    name: "issues once the proof is there, by every method of its manifest",
    run: async (subject) => {
      for (const method of subject.issuer.manifest.methods) {
        const issued = await issuedOrder(subject, { method, key: method });
        hasStatus(issued, "issued");
        const { status, method: told } = validationOf(issued, SHOP);
        equal(status.kind, "valid");
        ok(told, "the method of a proof is missing");
      }
    },
  },
  {
    name: "begins the licence with the first certificate, for as many years as were bought",
    run: async (subject) => {
      const { licence } = await issuedOrder(subject, { years: 3 });
      ok(licence, "an issued order has no licence");
      ok(Math.abs(licence.start - subject.now()) <= DAY, "the licence does not begin now");
      equal(Math.round((licence.end - licence.start) / (365.25 * DAY)), 3);
    },
  },
  {
    name: "hands over the certificate that was ordered, with a chain to its root",
    run: async (subject) => {
      const request = await requestFor(subject);
      const issued = await proveAll(subject, await subject.issuer.place(request));
      const { leaf, intermediates, generation } = await subject.issuer.collect(issued.ref, 1);
      const facts = factsOf(leaf);
      equal(generation, 1);
      equal(facts.publicKeySha256, request.publicKeySha256, "it is for another key");
      deepEqual(facts.names, [SHOP]);
      const chain = buildChain({ leaf, intermediates, roots: subject.roots, at: subject.now() });
      equal(chain.kind, "complete", "its chain does not lead to the root");
    },
  },
  {
    name: "hands over nothing before it is issued",
    run: async (subject) => {
      const placed = await subject.issuer.place(await requestFor(subject));
      await failsWith("issuer.wrong-state", subject.issuer.collect(placed.ref, 1));
      const issued = await proveAll(subject, placed);
      await failsWith("issuer.wrong-state", subject.issuer.collect(issued.ref, 2));
    },
  },
  {
    name: "reissues with a new key, free, in the same licence, and leaves the certificate before it alone",
    run: async (subject) => {
      const first = await issuedOrder(subject);
      const old = await collected(subject, first, 1);
      subject.passTime(30 * DAY);
      const request = await requestFor(subject, { key: "reissue-1" });
      const second = await proveAll(subject, await subject.issuer.reissue(first.ref, request));
      hasStatus(second, "issued");
      equal(second.ref, first.ref);
      equal(second.generation, 2);
      deepEqual(second.licence, first.licence);
      deepEqual(second.charged, first.charged);
      const fresh = await collected(subject, second, 2);
      equal(fresh.publicKeySha256, request.publicKeySha256);
      notEqual(fresh.serial, old.serial);
      deepEqual(await collected(subject, second, 1), old);
      booksAgree(subject, [second]);
    },
  },
  {
    name: "reissues with names added and dropped",
    needs: "multiDomain",
    run: async (subject) => {
      const first = await issuedOrder(subject, { names: [SHOP, BLOG] });
      const request = await requestFor(subject, { names: [SHOP, NEWS], key: "reissue-1" });
      const second = await proveAll(subject, await subject.issuer.reissue(first.ref, request));
      hasStatus(second, "issued");
      deepEqual((await collected(subject, second, 2)).names.toSorted(), [NEWS, SHOP].toSorted());
    },
  },
  {
    name: "shows the checks of the organisation and issues when they are done",
    needs: "organisation",
    run: async (subject) => {
      const request = await requestFor(subject, { product: subject.products.organisation });
      const placed = await subject.issuer.place({ ...request, organisation: ORGANISATION });
      const checks = placed.validations.filter((each) => each.subject.kind === "organisation");
      ok(checks.length > 0, "no check of the organisation is shown");
      const proven = await proveAll(subject, placed);
      hasStatus(proven, "awaiting-organisation");
      await subject.passOrganisation(placed.ref);
      const issued = await subject.issuer.look(placed.ref);
      hasStatus(issued, "issued");
      ok(
        (await collected(subject, issued, 1)).subject.includes(ORGANISATION.name),
        "it does not name the organisation",
      );
    },
  },
];

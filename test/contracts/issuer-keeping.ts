import { deepEqual, equal, ok } from "node:assert/strict";
import type { Capability, Issuer, IssuerManifest } from "@hostseal/core";
import { METHODS, approverAddresses, baseDomain } from "@hostseal/rules";
import type { IssuerCheck } from "./issuer-check.ts";
import { SHOP, facet, failsWith, hasStatus, issuedOrder, requestFor } from "./issuer-check.ts";

const FACETS = [
  "catalogue",
  "purse",
  "revoker",
  "canceller",
  "approvers",
  "finder",
  "adviser",
] as const satisfies readonly (keyof Issuer & keyof IssuerManifest["capabilities"])[];

const saysWhyNot = (capability: Capability, what: string): void =>
  ok(capability.can || capability.because.trim() !== "", `it cannot ${what} and does not say why`);

/** The life of a certificate after it is issued, and whether the manifest is true. */
export const issuerKeeping: readonly IssuerCheck[] = [
  {
    name: "has exactly the facets its manifest names, and says why not of the others",
    run: async ({ issuer }) => {
      const { capabilities, methods, title } = issuer.manifest;
      for (const name of FACETS)
        equal(issuer[name] !== undefined, capabilities[name].can, `the manifest lies: ${name}`);
      for (const [name, capability] of Object.entries(capabilities)) saysWhyNot(capability, name);
      ok(title !== "" && methods.length > 0, "the manifest is not filled in");
      ok(
        methods.every((method) => METHODS.includes(method)),
        "the manifest names a method nobody knows",
      );
    },
  },
  {
    name: "revokes every certificate of an order, however often it is asked",
    needs: "revoker",
    run: async (subject) => {
      const revoker = facet(subject.issuer.revoker);
      const { ref } = await issuedOrder(subject);
      const first = await revoker.revoke(ref, "superseded");
      hasStatus(first, "revoked");
      deepEqual((await revoker.revoke(ref, "superseded")).status, first.status);
      hasStatus(await subject.issuer.look(ref), "revoked");
    },
  },
  {
    name: "does not reissue what was revoked",
    needs: "revoker",
    run: async (subject) => {
      const { ref } = await issuedOrder(subject);
      await facet(subject.issuer.revoker).revoke(ref, "keyCompromise");
      const request = await requestFor(subject, { key: "reissue-1" });
      await failsWith("issuer.wrong-state", subject.issuer.reissue(ref, request));
    },
  },
  {
    name: "has nothing to revoke before it has issued",
    needs: "revoker",
    run: async (subject) => {
      const { ref } = await subject.issuer.place(await requestFor(subject));
      await failsWith("issuer.wrong-state", facet(subject.issuer.revoker).revoke(ref, "superseded"));
    },
  },
  {
    name: "offers only mailboxes that may be written to, and takes each of them",
    needs: "approvers",
    run: async (subject) => {
      const addresses = await facet(subject.issuer.approvers).addresses(SHOP);
      const allowed = new Set([SHOP, baseDomain(SHOP)].flatMap((domain) => approverAddresses(domain)));
      ok(addresses.length > 0, "it offers no mailbox");
      for (const address of addresses) ok(allowed.has(address), `${address} may not be written to`);
      const { ref } = await subject.issuer.place(await requestFor(subject));
      for (const address of addresses) {
        const { validations } = await subject.issuer.setValidation(ref, SHOP, { method: "email", address });
        deepEqual(validations[0]?.artefact, { kind: "email", address });
      }
    },
  },
  {
    name: "refuses a mailbox that may not be written to",
    needs: "approvers",
    run: async (subject) => {
      const placed = await subject.issuer.place(await requestFor(subject));
      const address = `info@${SHOP}`;
      await failsWith("issuer.rejected", subject.issuer.setValidation(placed.ref, SHOP, { method: "email", address }));
      deepEqual(await subject.issuer.look(placed.ref), placed);
    },
  },
  {
    name: "sends the approval mail once more when asked",
    needs: "approvers",
    run: async (subject) => {
      const { ref } = await subject.issuer.place(await requestFor(subject, { method: "email" }));
      equal(subject.books.mails(), 1);
      await facet(subject.issuer.approvers).resend(ref, SHOP);
      equal(subject.books.mails(), 2);
    },
  },
  {
    name: "advises a window within the life of the certificate, once there is one",
    needs: "adviser",
    run: async (subject) => {
      const adviser = facet(subject.issuer.adviser);
      const placed = await subject.issuer.place(await requestFor(subject, { key: "1" }));
      equal(await adviser.window(placed.ref), undefined, "it advises on a certificate that does not exist");
      const issued = await issuedOrder(subject, { key: "2" });
      const advice = await adviser.window(issued.ref);
      ok(advice && issued.licence, "it gives no advice");
      ok(
        advice.start < advice.end && advice.start > subject.now() && advice.end < issued.licence.end,
        "strange advice",
      );
    },
  },
];

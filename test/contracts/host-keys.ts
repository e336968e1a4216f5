import { deepEqual, doesNotMatch, equal, notEqual, ok } from "node:assert/strict";
import { AssertionError } from "node:assert";
import { decodeCsr, fingerprint, readCertificate } from "@hostseal/pki";
import type { HostCheck, HostSubject } from "./host-check.ts";
import { facet, isRefused, succeeds } from "./host-check.ts";

const PRIVATE = /PRIVATE KEY/;

const read = (text: string) => {
  const decoded = decodeCsr(text);
  if (decoded.kind === "malformed") throw new AssertionError({ message: `not a request: ${decoded.because}` });
  return decoded.csr;
};

/** Makes a key on the host and installs a certificate for it, for good. */
const installKept = async ({ host, bare: { site, name }, ...subject }: HostSubject) => {
  const { csr, reference } = await facet(host, "keys").make(site, "ec-p256", [name]);
  const certificate = await subject.issueFor(csr, name);
  const plan = await host.plan({ site, certificate, chain: [] });
  await host.apply(plan, { kind: "kept", reference });
  await host.commit(plan.receipt);
  return { reference, sha256: fingerprint(certificate).sha256 };
};

/** Keys that are made on the host and stay there. */
export const hostKeys: readonly HostCheck[] = [
  {
    name: "makes a fresh key of the wanted kind, and a signed request for exactly the names",
    needs: "keys",
    run: async ({ host, secured, bare }) => {
      const keys = facet(host, "keys");
      const names = [bare.name, secured.name];
      const first = read((await keys.make(bare.site, "ec-p256", names)).csr);
      const second = read((await keys.make(bare.site, "ec-p384", names)).csr);
      for (const csr of [first, second]) {
        deepEqual(csr.names, names);
        ok(csr.selfSigned, "the request is not signed with its key");
      }
      notEqual(first.publicKeySha256, second.publicKeySha256);
      deepEqual(
        [first, second].map(({ key }) => key.algorithm === "ec" && key.curve),
        ["P-256", "P-384"],
      );
    },
  },
  {
    name: "installs a certificate for a key it kept",
    needs: "keys",
    run: async ({ host, bare, issueFor, behind }) => {
      const { csr, reference } = await facet(host, "keys").make(bare.site, "ec-p256", [bare.name]);
      const certificate = await issueFor(csr, bare.name);
      const plan = await host.plan({ site: bare.site, certificate, chain: [] });
      await succeeds(host.apply(plan, { kind: "kept", reference }));
      equal(await behind.served(bare.name), fingerprint(certificate).sha256);
      const installed = readCertificate(certificate);
      equal(installed.kind === "certificate" && installed.certificate.publicKeySha256, read(csr).publicKeySha256);
    },
  },
  {
    name: "lets no private key out, in nothing it answers",
    needs: "keys",
    run: async ({ host, bare, issueFor, wire, apiShowsKeys = false }) => {
      const made = await facet(host, "keys").make(bare.site, "ec-p256", [bare.name]);
      const certificate = await issueFor(made.csr, bare.name);
      const plan = await host.plan({ site: bare.site, certificate, chain: [] });
      await host.apply(plan, { kind: "kept", reference: made.reference });
      await host.commit(plan.receipt);
      const told = JSON.stringify([made, plan, await host.sites(), await host.installed(bare.site)]);
      doesNotMatch(told, PRIVATE);
      if (!apiShowsKeys) doesNotMatch(wire.answers(), PRIVATE);
      ok(Buffer.byteLength(made.reference) < 200, "a reference of that size may hold the key itself");
    },
  },
  {
    name: "forgets a key, so that nothing can be installed with it, and forgets it again without harm",
    needs: "keys",
    run: async ({ host, bare, issueFor, behind }) => {
      const keys = facet(host, "keys");
      const { csr, reference } = await keys.make(bare.site, "ec-p256", [bare.name]);
      const certificate = await issueFor(csr, bare.name);
      for (let time = 0; time < 2; time += 1) await succeeds(keys.forget(reference));
      const plan = await host.plan({ site: bare.site, certificate, chain: [] });
      const before = await behind.snapshot();
      await isRefused(host.apply(plan, { kind: "kept", reference }));
      deepEqual(await behind.snapshot(), before);
    },
  },
  {
    name: "forgets a key whose certificate was replaced for good, and goes on serving the new one",
    needs: "keys",
    run: async (subject) => {
      const first = await installKept(subject);
      const second = await installKept(subject);
      await succeeds(facet(subject.host, "keys").forget(first.reference));
      equal(await subject.behind.served(subject.bare.name), second.sha256);
    },
  },
];

import type { CollectedCertificate, Issuer } from "@hostseal/core";
import { keyOf } from "./issuer-check.ts";
import type { IssuerLiar } from "./issuer-liar.ts";
import { aboutOrders, aboutValidations } from "./issuer-liar.ts";

const aboutCertificates =
  (lie: (collected: CollectedCertificate) => CollectedCertificate) =>
  (honest: Issuer): Partial<Issuer> => ({
    collect: async (...which) => lie(await honest.collect(...which)),
  });

const remembersRequest = (honest: Issuer): Partial<Issuer> => {
  const csrs: string[] = [];
  return {
    place: async (request) => {
      csrs.push(request.csr);
      return honest.place(request);
    },
    reissue: async (ref, request) => honest.reissue(ref, { ...request, csr: csrs[0] ?? request.csr }),
  };
};

const reissuesByOrdering = (honest: Issuer): Partial<Issuer> => {
  const placed: Parameters<Issuer["place"]>[0][] = [];
  return {
    place: async (request) => {
      placed.push(request);
      return honest.place(request);
    },
    reissue: async (ref, request) => {
      const [first] = placed;
      return first ? honest.place({ ...first, ...request }) : honest.reissue(ref, request);
    },
  };
};

/** Liars about proofs and certificates. */
export const issuingLiars: readonly IssuerLiar[] = [
  {
    title: "calls every proof accepted",
    foundBy: "does not issue before it has seen the proof, and says why not",
    spoil: aboutValidations((one) => ({ ...one, status: { kind: "valid", at: 0, reused: false } })),
  },
  {
    title: "drops the vendor's own words",
    foundBy: "does not issue before it has seen the proof, and says why not",
    spoil: aboutValidations((one) =>
      one.status.kind === "failed" ? { ...one, status: { ...one.status, evidence: "" } } : one,
    ),
  },
  {
    title: "has one word for every problem",
    foundBy: "does not issue before it has seen the proof, and says why not",
    spoil: aboutValidations((one) =>
      one.status.kind === "failed" ? { ...one, status: { ...one.status, because: "other" } } : one,
    ),
  },
  {
    title: "never says that it has issued",
    foundBy: "issues once the proof is there, by every method of its manifest",
    spoil: aboutOrders((order) => (order.status.kind === "issued" ? { ...order, status: { kind: "issuing" } } : order)),
  },
  {
    title: "buys one year whatever is asked",
    foundBy: "begins the licence with the first certificate, for as many years as were bought",
    spoil: (honest) => ({ place: async (request) => honest.place({ ...request, years: 1 }) }),
  },
  {
    title: "forgets the intermediates",
    foundBy: "hands over the certificate that was ordered, with a chain to its root",
    spoil: aboutCertificates((collected) => ({ ...collected, intermediates: [] })),
  },
  {
    title: "hands over an intermediate as the certificate",
    foundBy: "hands over the certificate that was ordered, with a chain to its root",
    spoil: aboutCertificates((collected) => ({ ...collected, leaf: collected.intermediates[0] ?? "" })),
  },
  {
    title: "hands over nothing as if it were something",
    foundBy: "hands over nothing before it is issued",
    spoil: (honest) => ({
      collect: async (ref, generation) =>
        honest.collect(ref, generation).catch(() => ({ generation, leaf: "", intermediates: [] })),
    }),
  },
  {
    title: "hands over the first certificate for ever",
    foundBy: "reissues with a new key, free, in the same licence, and leaves the certificate before it alone",
    spoil: (honest) => ({ collect: async (ref) => honest.collect(ref, 1) }),
  },
  {
    title: "reissues with the old key",
    foundBy: "reissues with a new key, free, in the same licence, and leaves the certificate before it alone",
    spoil: remembersRequest,
  },
  {
    title: "buys a new licence for a reissue",
    foundBy: "reissues with a new key, free, in the same licence, and leaves the certificate before it alone",
    spoil: reissuesByOrdering,
  },
  {
    title: "keeps the names of the first certificate",
    foundBy: "reissues with names added and dropped",
    spoil: (honest) => ({
      reissue: async (ref, request) => {
        const { validations } = await honest.look(ref);
        const names = validations.flatMap(({ subject }) => (subject.kind === "name" ? [subject.name] : []));
        return honest.reissue(ref, { ...request, names, methods: [], key: keyOf(`${request.key}'`) });
      },
    }),
  },
  {
    title: "hides the checks of the organisation",
    foundBy: "shows the checks of the organisation and issues when they are done",
    spoil: aboutOrders((order) => ({
      ...order,
      validations: order.validations.filter(({ subject }) => subject.kind === "name"),
    })),
  },
];

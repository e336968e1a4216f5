import type { Issuer } from "@hostseal/core";
import { cannot } from "@hostseal/core";
import { facet } from "./issuer-check.ts";
import type { IssuerLiar } from "./issuer-liar.ts";

const denying =
  (because: string) =>
  ({ manifest }: Issuer): Partial<Issuer> => ({
    manifest: { ...manifest, capabilities: { ...manifest.capabilities, purse: cannot(because) } },
  });

const revokesAnew = (honest: Issuer): Partial<Issuer> => {
  const revoker = facet(honest.revoker);
  let at = 0;
  return {
    revoker: {
      revoke: async (...what) => {
        at += 1;
        return { ...(await revoker.revoke(...what)), status: { kind: "revoked", at } };
      },
    },
  };
};

/** Liars about what comes after the certificate, and about themselves. */
export const keepingLiars: readonly IssuerLiar[] = [
  {
    title: "denies a facet that it has",
    foundBy: "has exactly the facets its manifest names, and says why not of the others",
    spoil: denying("there is no balance"),
  },
  {
    title: "promises a facet that it does not have",
    foundBy: "has exactly the facets its manifest names, and says why not of the others",
    spoil: () => ({ adviser: undefined }),
  },
  {
    title: "cannot do something and does not say why",
    foundBy: "has exactly the facets its manifest names, and says why not of the others",
    spoil: (honest) => ({
      manifest: {
        ...honest.manifest,
        capabilities: { ...honest.manifest.capabilities, wildcard: cannot(" ") },
      },
    }),
  },
  {
    title: "dates a revocation anew whenever it is repeated",
    foundBy: "revokes every certificate of an order, however often it is asked",
    spoil: revokesAnew,
  },
  {
    title: "only says that it revokes",
    foundBy: "revokes every certificate of an order, however often it is asked",
    spoil: (honest) => ({
      revoker: { revoke: async (ref) => ({ ...(await honest.look(ref)), status: { kind: "revoked", at: 1 } }) },
    }),
  },
  {
    title: "gives the old certificate back for a revoked order",
    foundBy: "does not reissue what was revoked",
    spoil: (honest) => ({
      reissue: async (ref, request) => honest.reissue(ref, request).catch(async () => honest.look(ref)),
    }),
  },
  {
    title: "cancels where there is nothing to revoke",
    foundBy: "has nothing to revoke before it has issued",
    spoil: (honest) => ({
      revoker: {
        revoke: async (ref, reason) =>
          facet(honest.revoker)
            .revoke(ref, reason)
            .catch(async () => facet(honest.canceller).cancel(ref)),
      },
    }),
  },
  {
    title: "offers the owner's own mailbox",
    foundBy: "offers only mailboxes that may be written to, and takes each of them",
    spoil: (honest) => ({
      approvers: { ...facet(honest.approvers), addresses: async (name) => [`owner@${name}`] },
    }),
  },
  {
    title: "takes the first mailbox whichever is chosen",
    foundBy: "offers only mailboxes that may be written to, and takes each of them",
    spoil: (honest) => ({
      setValidation: async (ref, name, choice) => {
        const [address = ""] = await facet(honest.approvers).addresses(name);
        return honest.setValidation(ref, name, choice.method === "email" ? { method: "email", address } : choice);
      },
    }),
  },
  {
    title: "mends a mailbox that may not be written to",
    foundBy: "refuses a mailbox that may not be written to",
    spoil: (honest) => ({
      setValidation: async (ref, name, choice) =>
        choice.method === "email" && choice.address.startsWith("info@")
          ? honest.setValidation(ref, name, { method: "email", address: choice.address.replace("info@", "admin@") })
          : honest.setValidation(ref, name, choice),
    }),
  },
  {
    title: "only says that it sends a mail again",
    foundBy: "sends the approval mail once more when asked",
    spoil: (honest) => ({ approvers: { ...facet(honest.approvers), resend: async () => undefined } }),
  },
  {
    title: "advises to replace what does not exist",
    foundBy: "advises a window within the life of the certificate, once there is one",
    spoil: () => ({ adviser: { window: async () => ({ start: 1, end: 2 }) } }),
  },
  {
    title: "turns its advice round",
    foundBy: "advises a window within the life of the certificate, once there is one",
    spoil: (honest) => ({
      adviser: {
        window: async (ref) => {
          const advice = await facet(honest.adviser).window(ref);
          return advice && { start: advice.end, end: advice.start };
        },
      },
    }),
  },
];

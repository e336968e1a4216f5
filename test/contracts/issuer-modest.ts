import type { Issuer, IssuerManifest, PlaceRequest } from "@hostseal/core";
import { cannot, failure } from "@hostseal/core";

const NOT_SOLD = "this reseller does not offer it";
const no = cannot(NOT_SOLD);

export const modestManifest = (manifest: IssuerManifest): IssuerManifest => ({
  ...manifest,
  id: `modest ${manifest.id}`,
  capabilities: {
    wildcard: no,
    multiDomain: no,
    organisation: no,
    catalogue: no,
    purse: no,
    revoker: no,
    canceller: no,
    approvers: no,
    finder: no,
    adviser: no,
  },
});

const isTooMuch = ({ names, organisation }: PlaceRequest): boolean =>
  names.length > 1 || names.some((name) => name.startsWith("*.")) || organisation !== undefined;

/** The same issuer as a small reseller would have it: DV for one name, and nothing beside. It is honest about that. */
export const createModestIssuer = (whole: Issuer): Issuer => ({
  manifest: modestManifest(whole.manifest),
  place: async (request) => {
    if (isTooMuch(request)) throw failure("capability.unsupported", { who: whole.manifest.id, because: NOT_SOLD });
    return whole.place(request);
  },
  look: async (ref) => whole.look(ref),
  setValidation: async (...choice) => whole.setValidation(...choice),
  check: async (ref) => whole.check(ref),
  collect: async (...which) => whole.collect(...which),
  reissue: async (...request) => whole.reissue(...request),
});

import type { IssuerManifest } from "@hostseal/core";
import { can } from "@hostseal/core";

export const manifest: IssuerManifest = {
  id: "sandbox",
  title: "Sandbox partner CA",
  methods: ["dns-txt", "dns-cname", "file", "email"],
  capabilities: {
    wildcard: can,
    multiDomain: can,
    organisation: can,
    catalogue: can,
    purse: can,
    revoker: can,
    canceller: can,
    approvers: can,
    finder: can,
    adviser: can,
  },
};

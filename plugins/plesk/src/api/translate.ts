import { type Failure, failure } from "@hostseal/core";

/** The panel's own numbers (XML API reference, "Reduced List of Error Codes"); texts differ between versions. */
export const CODES = { exists: 1007, notFound: 1013, noOwner: 1015 } as const;

/** Names of permissions as service plans show them, with the names that `plesk bin` takes. */
export const PERMISSIONS = {
  hosting: "Hosting settings management (manage_phosting)",
  dns: "DNS zone management (manage_dns)",
  mail: "Mail management (manage_mail)",
  administrator: "a secret key of the administrator (plesk bin secret_key --create)",
  extension: "the Hostseal extension (plesk bin extension --install hostseal-plesk.zip)",
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** Why the panel refuses, completing "refused the installation: …". */
const REASONS: Readonly<Record<number, string>> = {
  1005: "this version of Plesk does not know the version of the call",
  1007: "something of the same name is there already",
  1013: "it does not find what the call names",
  1014: "it does not understand the call",
  1015: "it does not find the domain",
  1019: "it does not accept a value",
  1023: "it could not do it; its own words say why",
  1024: "a limit of the subscription is reached",
};

export type Refused = { readonly code: number; readonly text: string };

const because = (code: number): string => REASONS[code] ?? `its error has the number ${code}`;

/** What a refusal of one operation means; the permission is the one that this operation needs. */
export const toFailure = (host: string, { code, text }: Refused, permission: Permission): Failure => {
  const evidence = { evidence: `${code} ${text}`.trim() };
  switch (code) {
    case 1001:
    case 11003:
      return failure("host.unauthorised", { host }, evidence);
    case 1006:
      return failure("host.permission-missing", { host, permission: PERMISSIONS[permission] }, evidence);
    case 1050:
      return failure("host.unreachable", { host, because: "it is busy with another operation" }, evidence);
    default:
      return failure("host.refused", { host, because: because(code) }, evidence);
  }
};

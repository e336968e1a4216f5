import { type Failure, failure } from "@hostseal/core";

/** A call that was refused, and how. */
export type Refused = {
  readonly host: string;
  readonly account: string;
  /** `SSL::install_ssl`, or a function of WHM. */
  readonly call: string;
  /** Whether the token was in the way, or the function had an objection. */
  readonly by: "token" | "function";
  /** The panel's own, in whichever language it speaks. */
  readonly words: string;
  readonly evidence: string;
};

const LONGEST_QUOTE = 200;

const FEATURE = /do not have the feature\W*([\w-]+)/i;
const PERMISSION = /permission|privilege|access denied|not (?:allowed|authori[sz]ed)/i;
const NO_ACCOUNT = /no such user|user\b.*\bnot exist|do not (?:own|control) the (?:user|account)/i;

/** What WHM calls the privilege that a function of it asks for. */
const PRIVILEGES: Readonly<Record<string, string>> = {
  cpanel: "cpanel-api",
  create_integration_link: "cpanel-integration",
  list_integration_links: "cpanel-integration",
  listaccts: "list-accts",
  remove_integration_link: "cpanel-integration",
  uapi_cpanel: "cpanel-api",
  fetch_service_ssl_components: "ssl",
  install_service_ssl_certificate: "ssl",
  restartservice: "restart",
};

/** Why the panel refuses, in our words: the first that fits. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/do not control a DNS zone/i, "the zone of this name is not hosted by the account"],
  [/key.*(?:not match|mismatch)|modulus/i, "the private key does not belong to the certificate"],
  [/verification failed|certificate authority bundle/i, "it cannot verify the certificate with its chain"],
  [/\brole\b/i, "a role of the server is switched off that this needs (WHM » Service Configuration » Server Profile)"],
];

const permissionFor = (call: string): string => {
  const privilege = PRIVILEGES[call.includes("::") ? "uapi_cpanel" : call];
  return privilege ? `the privilege ${privilege} of the API token` : `a privilege of the API token for ${call}`;
};

/** Where an administrator gives a feature back to an account. */
export const featureInWords = (feature: string): string =>
  `the feature ${feature} of the account (WHM » Packages » Feature Manager)`;

/** Somebody else changed the zone between our reading it and our writing. */
export const isSerialConflict = (words: string): boolean =>
  /serial number/i.test(words) && /match|refresh/i.test(words);

/** Texts that differ by version and language: what cannot be told from them is quoted. */
export const toFailure = ({ host, account, call, by, words, evidence }: Refused): Failure => {
  const feature = FEATURE.exec(words)?.[1];
  if (feature !== undefined)
    return failure("host.permission-missing", { host, permission: featureInWords(feature) }, { evidence });
  if (NO_ACCOUNT.test(words))
    return failure(
      "host.refused",
      { host, because: `it has no account ${account} that this token may use` },
      { evidence },
    );
  const reason = REASONS.find(([pattern]) => pattern.test(words))?.[1];
  if (by === "token" && PERMISSION.test(words))
    return failure("host.permission-missing", { host, permission: permissionFor(call) }, { evidence });
  const quoted = `${call} says "${words.slice(0, LONGEST_QUOTE)}"`;
  return failure("host.refused", { host, because: reason ?? quoted }, { evidence });
};

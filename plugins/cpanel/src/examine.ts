import { type HostExamination, type HostFinding, isFailure } from "@hostseal/core";
import type { CpanelClient } from "./client.ts";
import { majorOf, readVersion } from "./software.ts";
import { featureInWords } from "./translate.ts";
import { accountFacts, autosslMetadata, privileges } from "./wire.ts";

/** The oldest version whose zone editor locks by serial number. */
const OLDEST = 96;

const FEATURES: Readonly<Record<string, string>> = {
  sslinstall: "installing certificates",
  sslmanager: "keys and certificates in the store of the account",
  zoneedit: "DNS records of validations",
  filemanager: "files of validations",
  autossl: "keeping AutoSSL away from what was bought",
};

const PRIVILEGES: Readonly<Record<string, string>> = { "cpanel-api": "everything that is done for an account" };
const SERVICE_PRIVILEGES: Readonly<Record<string, string>> = {
  ssl: "certificates of the server's services",
  restart: "restarting them",
};

/** What a token may not ask about is no finding. */
const ifPermitted = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asked;
  } catch (thrown) {
    if (isFailure(thrown, "host.permission-missing") || isFailure(thrown, "host.refused")) return undefined;
    throw thrown;
  }
};

type Held = Readonly<Record<string, boolean>>;

/** One finding for each that is not held. */
const lacking = (
  wanted: Readonly<Record<string, string>>,
  held: Held,
  toFix: (name: string) => string,
): readonly HostFinding[] =>
  Object.entries(wanted)
    .filter(([name]) => !held[name])
    .map(([name, purpose]) => ({ kind: "permission-missing", what: `${name}: ${purpose}`, fix: toFix(name) }));

const lackingPrivileges = (held: Held, withServices: boolean): readonly HostFinding[] => {
  if (held["all"]) return [];
  const wanted = { ...PRIVILEGES, ...(withServices && SERVICE_PRIVILEGES) };
  return lacking(
    wanted,
    held,
    (name) => `Give the API token the privilege ${name} in WHM » Development » Manage API Tokens.`,
  );
};

const lackingFeatures = (held: Held): readonly HostFinding[] =>
  lacking(FEATURES, held, (name) => `Switch on ${featureInWords(name)}.`);

const CLOBBER: HostFinding = {
  kind: "rival",
  what: "AutoSSL may replace certificates of other issuers (clobber_externally_signed).",
  fix: "Run whmapi1 set_autossl_metadata_key key=clobber_externally_signed value=0.",
};

const tooOld = (version: string): readonly HostFinding[] =>
  majorOf(version) >= OLDEST
    ? []
    : [{ kind: "unsupported", what: "DNS records need version 96.", fix: "Update cPanel & WHM with /scripts/upcp." }];

const askWhm = async (client: CpanelClient) => {
  if (client.access === "account") return { held: { all: true }, clobbers: false };
  const [held, autossl] = await Promise.all([
    client.whm("myprivs", privileges),
    ifPermitted(client.whm("get_autossl_metadata", autosslMetadata)),
  ]);
  return { held: held.privileges[0] ?? {}, clobbers: autossl?.payload.clobber_externally_signed === true };
};

/** Version, privileges of the token, features of the account, and whether AutoSSL respects others; changes nothing. */
export const examine = async (client: CpanelClient, withServices: boolean): Promise<HostExamination> => {
  const [version, whm, account] = await Promise.all([
    readVersion(client),
    askWhm(client),
    ifPermitted(client.uapi("Variables::get_user_information", accountFacts)),
  ]);
  return {
    software: `cPanel & WHM ${version}`,
    findings: [
      ...lackingPrivileges(whm.held, withServices),
      ...(account?.feature ? lackingFeatures(account.feature) : []),
      ...(whm.clobbers ? [CLOBBER] : []),
      ...tooOld(version),
    ],
  };
};

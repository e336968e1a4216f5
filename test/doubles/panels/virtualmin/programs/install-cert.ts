import { keyMatches, readCertificate, Secret, splitPem } from "@hostseal/pki";
import type { KeyAndChain } from "@hostseal/sandbox";
import { type Flags, readFlags, UsageFault } from "../arguments.ts";
import { placeFor, type Program, type Run } from "../program.ts";
import type { Place } from "../server-room.ts";

const KEY = /^-----BEGIN (?:RSA |EC )?PRIVATE KEY-----\n/;

/** Tabs stand for the line breaks of PEM; a path is the master administrator's to give. */
const pemOf = (flags: Flags, name: string, run: Run): string | undefined => {
  const value = flags.value(name);
  if (value === undefined) return undefined;
  if (value.startsWith("/")) {
    const master = run.login.role === "master";
    throw new UsageFault(
      master ? `File ${value} does not exist` : "Certificate files are only available to the master administrator",
    );
  }
  return `${value.replaceAll("\r", "").replaceAll(/\t+/g, "\n")}\n`;
};

const requireForm = (cert: string | undefined, ca: string | undefined, key: Secret | undefined): void => {
  for (const [name, pem] of Object.entries({ cert, ca })) {
    if (pem !== undefined && splitPem(pem).some((one) => readCertificate(one).kind === "malformed"))
      throw new UsageFault(`Invalid data for ${name} : Certificate is not valid PEM`);
    if (pem !== undefined && splitPem(pem).length === 0)
      throw new UsageFault(`Invalid data for ${name} : Data must start with -----BEGIN CERTIFICATE-----`);
  }
  if (key && !KEY.test(key.reveal()))
    throw new UsageFault("Invalid data for key : Data must start with -----BEGIN PRIVATE KEY-----");
};

const matches = (certificate: string, key: Secret): boolean => {
  try {
    return keyMatches(certificate, key);
  } catch {
    return false;
  }
};

const newKeyOf = ({ newKey }: Place): Secret => {
  if (!newKey) throw new UsageFault("--use-newkey can only be given if a private key and CSR have been created");
  return newKey;
};

const keyOf = (run: Run, flags: Flags, place: Place): Secret | undefined => {
  if (flags.has("use-newkey")) return newKeyOf(place);
  const given = pemOf(flags, "key", run);
  return given === undefined ? undefined : new Secret(given);
};

/** What will lie there, and matches: what was given, and what was there for the rest. */
const materialFor = (run: Run, flags: Flags, place: Place): KeyAndChain => {
  const [cert, ca, brought] = [pemOf(flags, "cert", run), pemOf(flags, "ca", run), keyOf(run, flags, place)];
  if (cert === undefined && ca === undefined && !brought) throw new UsageFault("No new certificates or keys given");
  requireForm(cert, ca, brought);
  const present = run.room.present(place);
  const [leaf, key] = [cert ?? present?.certificates[0], brought ?? present?.key];
  if (leaf === undefined || !key)
    throw new UsageFault("Both a cert and key must either already exist, or be supplied on the command line");
  if (!matches(leaf, key))
    throw new UsageFault("Certificate problems found : Certificate and private key do not match");
  const chain = ca === undefined ? (present?.certificates.slice(1) ?? []) : splitPem(ca);
  return { key, certificates: [leaf, ...chain] };
};

/** Checks, installs, reloads what serves it, and ends the panel's own renewal with free certificates. */
export const installCert: Program = {
  needs: "ssl",
  run: (run) => {
    const flags = readFlags(run.given, { valued: ["domain", "cert", "key", "ca", "pass"], bare: ["use-newkey"] });
    const domain = flags.required("domain");
    const place = placeFor(run, domain, { capability: "ssl", unknown: `No virtual server named ${domain} found` });
    const material = materialFor(run, flags, place);
    if (run.room.isServed(place)) run.room.serve(place, material);
    else place.parked = material;
    if (flags.has("use-newkey")) place.newKey = undefined;
    place.renews = false;
    return "Installing new SSL files ..\n.. done\n";
  },
};

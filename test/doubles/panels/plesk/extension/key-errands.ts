import { KEY_TYPES, type KeyType } from "@hostseal/pki";
import { parseDomainName } from "@hostseal/rules";
import { hasPermission, type Premises } from "../premises.ts";
import { DONE, decoded, encoded, type Errand, forAccount, forSite, refuse } from "./errand.ts";

const namesIn = (text: string) =>
  text.split(",").flatMap((name) => {
    const parsed = parseDomainName(name);
    return parsed.kind === "name" ? [parsed.name] : [];
  });

const typeOf = (text: string): KeyType | undefined => KEY_TYPES.find((type) => type === text);

const isInUse = (uses: ReadonlySet<string>, { estate, certificates }: Premises): boolean =>
  estate.sites.some((site) => [...uses].some((name) => certificates.isInUse(site, name)));

const discard = (uses: ReadonlySet<string>, { estate }: Premises): void => {
  for (const { repository } of estate.sites) for (const name of uses) repository.delete(name);
};

/** Keys that stay on the server. */
export const keyErrands: Readonly<Record<string, Errand>> = {
  "make-key": forSite(async (site, { type = "", names = "" }, { premises }) => {
    const keyType = typeOf(type);
    if (!keyType) return refuse("key-kind-unknown");
    const owner = { account: site.subscription.owner, site: site.name };
    const { reference, csr } = await premises.cabinet.make(owner, keyType, namesIn(names));
    return { reference, csr: encoded(csr) };
  }),
  "install-kept": forSite((site, parameters, { premises, caller }) => {
    const { reference = "", name = "", certificate, chain } = parameters;
    const kept = premises.cabinet.get(reference);
    if (!hasPermission(caller, "manage_phosting")) return refuse("caller-refused", "manage_phosting");
    if (kept?.site !== site.name) return refuse("key-unknown");
    if (site.repository.has(name)) return DONE;
    const offered = { name, certificate: decoded(certificate), chain: decoded(chain), key: kept.pem };
    const flaw = premises.certificates.store(site, offered);
    if (flaw !== undefined) return refuse("certificate-refused", flaw);
    kept.uses.add(name);
    return DONE;
  }),
  "forget-key": forAccount((account, { reference = "" }, { premises }) => {
    const kept = premises.cabinet.get(reference);
    if (kept?.account !== account) return DONE;
    if (isInUse(kept.uses, premises)) return refuse("key-in-use");
    discard(kept.uses, premises);
    premises.cabinet.forget(reference);
    return DONE;
  }),
};

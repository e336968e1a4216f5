import { Secret } from "@hostseal/pki";
import { at, type Element, textAt } from "../packet/element.ts";
import { ok, refused, type Reply, tag, value } from "../packet/reply.ts";
import { filter, maybe, one, sequence } from "../packet/shape.ts";
import type { PleskSite } from "../estate.ts";
import { type Caller, mayActFor, type Premises } from "../premises.ts";
import { type Operation, permitted, type Run } from "./operation.ts";

const LONGEST_NAME = 255;

const siteNamed = ({ estate }: Premises, caller: Caller, name: string): PleskSite | undefined => {
  const site = estate.siteNamed(name);
  return site && mayActFor(caller, site.subscription.owner) ? site : undefined;
};

const noDomain = (): Reply => refused(1015, "Domain does not exist.");

const install: Run = (request, premises, caller) => {
  const site = siteNamed(premises, caller, textAt(request, "site"));
  if (!site) return [noDomain()];
  const [name, content] = [textAt(request, "name"), at(request, "content") ?? request];
  if (name === "" || name.length > LONGEST_NAME) return [refused(1019, "Invalid certificate name.")];
  if (site.repository.has(name)) return [refused(1007, `The certificate "${name}" already exists.`)];
  const flaw = premises.certificates.store(site, {
    name,
    certificate: textAt(content, "cert"),
    chain: textAt(content, "ca"),
    key: new Secret(textAt(content, "pvt")),
  });
  return [flaw === undefined ? ok() : refused(1023, flaw)];
};

const removeNamed = (request: Element, name: string, premises: Premises, caller: Caller): Reply => {
  const site = siteNamed(premises, caller, textAt(request, "site"));
  if (!site) return noDomain();
  if (!site.repository.has(name)) return refused(1013, "Certificate does not exist.", value("name", name));
  if (premises.certificates.isInUse(site, name)) return refused(1023, "The certificate is in use.");
  site.repository.delete(name);
  return ok(value("name", name));
};

const remove: Run = (request, premises, caller) =>
  (at(request, "filter")?.children ?? []).map(({ text }) => removeNamed(request, text, premises, caller));

const pool: Run = (request, premises, caller) => {
  const site = siteNamed(premises, caller, textAt(request, "filter", "domain-name"));
  if (!site) return [noDomain()];
  const names = [...site.repository.keys()];
  return [ok(tag("certificates", ...names.map((name) => tag("certificate", value("name", name)))))];
};

const content = sequence(one("csr"), one("pvt"), maybe("cert"), maybe("ca"));

/** Each site has a repository of its own. */
export const certificateOperations: Readonly<Record<string, Operation>> = {
  "certificate/install": {
    shape: sequence(one("name"), one("site"), one("content", content)),
    run: permitted("manage_phosting", install),
  },
  "certificate/remove": {
    shape: sequence(one("filter", filter("name")), one("site")),
    run: permitted("manage_phosting", remove),
  },
  "certificate/get-pool": { shape: sequence(one("filter", filter("domain-name"))), run: pool },
};

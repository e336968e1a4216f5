import { Secret } from "@hostseal/pki";
import { covers, parseDomainName, toIso } from "@hostseal/rules";
import { z } from "zod";
import { orNull, parseBody } from "./bodies.ts";
import { factsOf, flawOf, type Material } from "../certificates-on-ground.ts";
import type { Domain } from "../estate.ts";
import {
  type ApiAnswer,
  type ApiCall,
  ApiRefusal,
  type ApiRoute,
  domainIn,
  json,
  notFound,
  NOTHING,
} from "./api-call.ts";

const filesBody = z.strictObject({ cert: z.string(), key: z.string(), chain: z.array(z.string()) });

const shown = (leaf: string) => {
  const { subject, issuer, serial, notBefore, notAfter, names } = factsOf(leaf);
  return {
    subject,
    issuer,
    serialNumber: serial,
    notBefore: toIso(notBefore),
    notAfter: toIso(notAfter),
    dnsNames: names,
    ipAddresses: [],
    prettyType: "X.509",
  };
};

/** One certificate for each domain, under the domain's name; the id is there before anything is under it. */
const list = (call: ApiCall): ApiAnswer => {
  const domain = domainIn(call);
  const material = call.premises.certificates.of(domain);
  const certificate = material && {
    id: domain.name,
    autorenewEnabled: false,
    selfSigned: false,
    validationError: "",
    certificate: shown(material.leaf),
  };
  return json({ certIds: [domain.name], missingDNSNames: [], certs: orNull(certificate ? [certificate] : []) });
};

const inSlot = (call: ApiCall): Domain => {
  const domain = domainIn(call);
  if (call.params["id"] !== domain.name) throw notFound();
  return domain;
};

const filled = (call: ApiCall): { readonly domain: Domain; readonly material: Material } => {
  const domain = inSlot(call);
  const material = call.premises.certificates.of(domain);
  if (!material) throw notFound();
  return { domain, material };
};

const files = (call: ApiCall): ApiAnswer => {
  const { leaf, chain, key } = filled(call).material;
  return json({ cert: leaf, key: key.reveal(), chain: orNull(chain) });
};

const isFor = (leaf: string, { webspace }: Domain): boolean =>
  factsOf(leaf).names.some((text) => {
    const pattern = parseDomainName(text);
    return pattern.kind === "name" && webspace.names.some((name) => covers(pattern.name, name));
  });

const flawIn = (call: ApiCall, domain: Domain, material: Material): string | undefined => {
  const flaw = call.premises.habits.refusesCertificates ?? flawOf(material);
  if (flaw !== undefined) return flaw;
  return isFor(material.leaf, domain) ? undefined : `certificate is not valid for ${domain.name}`;
};

const isTrue = (call: ApiCall, name: string): boolean => call.query[name] === "true";

const put = (call: ApiCall): ApiAnswer => {
  const { premises } = call;
  const domain = inSlot(call);
  const { cert, key, chain } = parseBody(filesBody, call.body);
  const material = { leaf: cert, chain, key: new Secret(key) };
  const flaw = flawIn(call, domain, material);
  if (flaw !== undefined && !isTrue(call, "force")) throw new ApiRefusal(409, "TLS_CERTIFICATE_INVALID", flaw);
  if (isTrue(call, "dry-run")) return NOTHING;
  premises.certificates.put(domain, material);
  const { acme } = premises.settingsOf(domain.name);
  if (isTrue(call, "update-acme-skiplist"))
    acme.skipDNSNames = [...new Set([...acme.skipDNSNames, ...factsOf(cert).names])];
  return NOTHING;
};

/** With the flag, names go back to automatic certificates, also those that were on the list for another reason. */
const remove = (call: ApiCall): ApiAnswer => {
  const { domain, material } = filled(call);
  call.premises.certificates.takeOff(domain);
  const { acme } = call.premises.settingsOf(domain.name);
  const { names } = factsOf(material.leaf);
  if (isTrue(call, "update-acme-skiplist"))
    acme.skipDNSNames = acme.skipDNSNames.filter((name) => !names.includes(name));
  return NOTHING;
};

const BASE = "/api/domain-tls/:domain";

export const DOMAIN_TLS: readonly ApiRoute[] = [
  { method: "get", path: `${BASE}/certs`, run: list, isRecent: true },
  { method: "get", path: `${BASE}/certs/:id/files`, run: files, isRecent: true },
  {
    method: "put",
    path: `${BASE}/certs/:id/files`,
    run: put,
    queries: ["dry-run", "force", "update-acme-skiplist"],
    isRecent: true,
  },
  { method: "delete", path: `${BASE}/certs/:id`, run: remove, queries: ["update-acme-skiplist"], isRecent: true },
];

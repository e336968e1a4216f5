import { z } from "zod";
import { type ApiAnswer, type ApiCall, type ApiRoute, domainIn, json, NOTHING } from "./api-call.ts";
import { orNull, parseBody } from "./bodies.ts";

const acmeBody = z.strictObject({
  enabled: z.boolean(),
  provider: z.string(),
  keyType: z.string(),
  preferWildcard: z.boolean(),
  dnsProvider: z.string(),
  dnsEnvironment: z.record(z.string(), z.string()),
  skipDNSNames: z.array(z.string()),
});

const acmeOf = (call: ApiCall): ApiAnswer => {
  const { acme } = call.premises.settingsOf(domainIn(call).name);
  return json({ ...acme, skipDNSNames: orNull(acme.skipDNSNames) });
};

const setAcme = (call: ApiCall): ApiAnswer => {
  const settings = call.premises.settingsOf(domainIn(call).name);
  settings.acme = parseBody(acmeBody, call.body);
  return NOTHING;
};

const PATH = "/api/domain-tls/:domain/acme-config";

/** How automatic certificates of a domain are set; what is put replaces the whole. */
export const ACME_CONFIG: readonly ApiRoute[] = [
  { method: "get", path: PATH, run: acmeOf, isRecent: true },
  { method: "put", path: PATH, run: setAcme, isRecent: true },
];

import type { Artefact, MethodChoice } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { caaIssuerNames, withoutWildcard } from "@hostseal/rules";
import type { Token } from "../orders/order.ts";
import { refuse } from "../refusal.ts";

const FOLDER = "/.well-known/pki-validation";

/** The name the authority signs its artefacts with; the same that CAA records must allow. */
export const AUTHORITY_DOMAIN: string = caaIssuerNames("sandbox").preferred;

/** RFC 1035 §2.3.4, without the final dot. */
const LONGEST_HOST = 253;

const recordHost = (name: DomainName, { label }: Token): string => {
  const host = `${label}.${withoutWildcard(name)}`;
  if (host.length > LONGEST_HOST) throw refuse("method-refused", `${name} is too long for a record below it`);
  return host;
};

/**
 * What must be found for a name, made from its token: a TXT record below the name, a CNAME into the authority's domain,
 * a file, or an answered mail. The layouts follow what Sectigo's resellers hand out.
 * @throws Refusal `method-refused` for a method this authority does not use, or a name that leaves no room for a record.
 */
export const toArtefact = (name: DomainName, choice: MethodChoice, token: Token): Artefact => {
  switch (choice.method) {
    case "dns-txt":
      return { kind: "dns-txt", host: recordHost(name, token), value: token.value };
    case "dns-cname":
      return { kind: "dns-cname", host: recordHost(name, token), target: `${token.value}.dcv.${AUTHORITY_DOMAIN}` };
    case "file":
      return { kind: "file", name, path: `${FOLDER}/${token.fileName}`, body: `${token.value}\n${AUTHORITY_DOMAIN}\n` };
    case "email":
      return { kind: "email", address: choice.address };
    case "acme-http-01":
    case "acme-dns-01":
    case "acme-tls-alpn-01":
    case "dns-persist":
      throw refuse("method-refused", `${choice.method} is not offered over this interface`);
  }
};

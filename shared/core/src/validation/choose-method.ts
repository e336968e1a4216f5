import { approverAddresses, authorizationDomains, baseDomain, methodVerdict } from "@hostseal/rules";
import type { DomainName, Instant, Level, Method } from "@hostseal/rules";
import type { Host } from "../ports/host.ts";
import type { MethodChoice } from "./artefact.ts";

type Circumstances = { readonly hosts: readonly Host[]; readonly level: Level; readonly now: Instant };

const isAllowed = (method: Method, name: DomainName, { level, now }: Circumstances): boolean =>
  methodVerdict({ method, name, at: now, level }).kind === "allowed";

const zoneIsHere = async (name: DomainName, hosts: readonly Host[]): Promise<boolean> => {
  for (const { zone } of hosts) if ((await zone?.zoneFor(baseDomain(name))) !== undefined) return true;
  return false;
};

const siteIsHere = async (name: DomainName, hosts: readonly Host[]): Promise<boolean> => {
  for (const { webroot } of hosts) if ((await webroot?.siteFor(name)) !== undefined) return true;
  return false;
};

/**
 * The method that asks the least of the customer: DNS where we can write the zone, else a file where we can write the
 * site, else a record they create once. Mail is never chosen for somebody: its end is known (BR §3.2.2.4.4).
 */
export const chooseMethod = async (name: DomainName, circumstances: Circumstances): Promise<MethodChoice> => {
  const { hosts } = circumstances;
  if (isAllowed("dns-txt", name, circumstances) && (await zoneIsHere(name, hosts))) return { method: "dns-txt" };
  if (isAllowed("file", name, circumstances) && (await siteIsHere(name, hosts))) return { method: "file" };
  return { method: "dns-txt" };
};

/** The addresses that may approve a name: five at each of its authorization domains (BR §3.2.2.4.4). */
const approversOf = (name: DomainName, at: Instant): readonly string[] =>
  authorizationDomains({ name, method: "email", at }).toReversed().flatMap(approverAddresses);

/** A choice of method as a person writes it: `dns-txt`, `dns-cname`, `file`, `email` or `email:admin@example.com`. */
export const toMethodChoice = (text: string, name: DomainName, at: Instant): MethodChoice | undefined => {
  const [method, address, ...rest] = text.split(":");
  if (rest.length > 0) return undefined;
  if (method === "dns-txt" || method === "dns-cname" || method === "file")
    return address === undefined ? { method } : undefined;
  if (method !== "email") return undefined;
  const accepted = approversOf(name, at);
  const chosen = address ?? accepted[0];
  return chosen !== undefined && accepted.includes(chosen) ? { method, address: chosen } : undefined;
};

import { type DnsQuestion, failure } from "@hostseal/core";
import { isIP } from "node:net";
import { isAskableName, toPlainName } from "./dns/askable-name.ts";
import { judgeUrl } from "./http/redirect-policy.ts";
import type { ProbeSettings, Vantage } from "./settings.ts";

/** The question in the form in which names are compared. Throws `input.name` for what DNS cannot be asked. */
export const sensibleQuestion = ({ name, type }: DnsQuestion): DnsQuestion => {
  const plain = toPlainName(name);
  if (isAskableName(plain)) return { name: plain, type };
  throw failure("input.name", { input: name, because: "DNS cannot be asked for it" });
};

/** The URL to fetch. Throws `input.option` for one that no CA would fetch. */
export const sensibleUrl = (text: string): URL => {
  const url = URL.parse(text);
  const because = url ? judgeUrl(url)?.detail : "it is not a URL";
  if (url && because === undefined) return url;
  throw failure("input.option", { option: text, because: because ?? "it is not a URL" });
};

const requireAddresses = (option: string, addresses: readonly string[]): void => {
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong !== undefined) throw failure("input.option", { option, because: `"${wrong}" is not an IP address` });
};

const requireSensibleVantage = ({ resolvers, sourceAddress }: Vantage, where = ""): void => {
  const option = `resolvers${where}`;
  if (resolvers.length === 0) throw failure("input.option", { option, because: "at least one is needed" });
  requireAddresses(
    option,
    resolvers.map(({ address }) => address),
  );
  if (sourceAddress !== undefined) requireAddresses(`sourceAddress${where}`, [sourceAddress]);
};

/** Throws `input.option` for a vantage point without a resolver, and for a name where an address is due. */
export const requireSensibleSettings = (settings: ProbeSettings): void => {
  requireSensibleVantage(settings);
  for (const vantage of settings.perspectives ?? []) requireSensibleVantage(vantage, ` of ${vantage.name}`);
  for (const [name, addresses] of Object.entries(settings.addresses ?? {})) {
    requireAddresses(`addresses of ${name}`, addresses);
  }
};

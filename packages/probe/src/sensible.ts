import { type DnsQuestion, failure } from "@hostseal/core";
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

const requireResolvers = ({ resolvers }: Vantage, option: string): void => {
  if (resolvers.length === 0) throw failure("input.option", { option, because: "at least one resolver is needed" });
};

/** Throws `input.option` for a vantage point without a resolver. */
export const requireSensibleSettings = (settings: ProbeSettings): void => {
  requireResolvers(settings, "resolvers");
  for (const vantage of settings.perspectives ?? []) requireResolvers(vantage, `resolvers of ${vantage.name}`);
};

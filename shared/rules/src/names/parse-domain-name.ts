import { asciiHost } from "./ascii-host.ts";
import type { DomainName } from "./domain-name.ts";
import type { NameRefusal } from "./name-refusal.ts";
import { suffixStanding } from "./public-suffix.ts";

/** A name, or why the text is none; `suggestion` is a name that would be accepted and was probably meant. */
export type ParsedName =
  | { readonly kind: "name"; readonly name: DomainName }
  | { readonly kind: "refused"; readonly code: NameRefusal; readonly input: string; readonly suggestion?: string };

const LONGEST_INPUT = 2_048;
const LONGEST_NAME = 253;
const OTHER_DOTS = /[\u3002\uff0e\uff61]/g;
const IPV6 = /^\[?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?:%\w+)?\]?$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const REVERSE_ZONE = /(?:^|\.)(?:in-addr|ip6)\.arpa$/;

/**
 * Reads what a person typed or pasted as one name for a certificate. Spaces around it, one final dot, upper case and
 * U-labels are accepted; the result has A-labels by UTS #46 with STD3, hyphen, joiner, bidi and length checks on.
 * Refuses what BR sections 3.2.2.6, 4.2.2 and 7.1.2.7.12 forbid. Never throws.
 */
export function parseDomainName(input: string): ParsedName {
  const text = input.trim();
  const refuse = (code: NameRefusal, meant?: string): ParsedName => refusal({ code, input, meant });
  if (text === "") return refuse("empty");
  if (text.length > LONGEST_INPUT) return refuse("too-long");
  if (IPV6.test(text)) return refuse("ip-address");
  if (SCHEME.test(text) || /[/?#\\:]/.test(text)) return refuse("url", hostOfUrl(text));
  if (text.includes("@")) return refuse("email", text.slice(text.lastIndexOf("@") + 1));

  const bare = text.replaceAll(OTHER_DOTS, ".").replace(/\.$/, "");
  if (bare === "") return refuse("empty");
  const wildcard = bare.startsWith("*.");
  const below = wildcard ? bare.slice(2) : bare;
  if (below.includes("*") || below === "") return refuse("wildcard-position", wildcardMeant(bare));

  const host = asciiHost(below);
  if (host.kind === "refused") return refuse(host.code);
  const standing = refusalOfHost(host.host, wildcard);
  if (standing !== undefined) return refuse(standing);
  const name = wildcard ? `*.${host.host}` : host.host;
  return name.length > LONGEST_NAME ? refuse("too-long") : { kind: "name", name: name as DomainName };
}

function refusal({ code, input, meant }: { code: NameRefusal; input: string; meant: string | undefined }): ParsedName {
  const parsed = meant === undefined ? undefined : parseDomainName(meant);
  const suggestion = parsed?.kind === "name" ? parsed.name : parsed?.suggestion;
  return { kind: "refused", code, input, ...(suggestion === undefined ? {} : { suggestion }) };
}

function refusalOfHost(host: string, wildcard: boolean): NameRefusal | undefined {
  if (/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(host)) return "ip-address";
  if (REVERSE_ZONE.test(host)) return "reverse-zone";
  if (host === "onion" || host.endsWith(".onion")) return "onion";
  const standing = suffixStanding(host).kind;
  if (standing === "unlisted") return "internal-name";
  if (standing === "suffix") return wildcard ? "wildcard-public-suffix" : "public-suffix";
  return undefined;
}

function hostOfUrl(text: string): string {
  const afterScheme = text.replace(SCHEME, "").replace(/^[/\\]+/, "");
  const authority = afterScheme.split(/[/?#\\]/, 1)[0] ?? "";
  return authority.slice(authority.lastIndexOf("@") + 1).split(":", 1)[0] ?? "";
}

/** `*example.com`, `**.example.com` and `www.*.example.com` were all meant as `*.example.com`. */
function wildcardMeant(text: string): string {
  const below = text.slice(text.lastIndexOf("*") + 1).replace(/^\.+/, "");
  return below === "" ? "" : `*.${below}`;
}

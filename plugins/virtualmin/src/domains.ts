import { asId, failure, type Site, type SiteId } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import type { Remote } from "./remote.ts";
import { domains, type Domains } from "./wire.ts";

/** A virtual server of the account. */
export type Domain = {
  readonly name: string;
  /** Host names of its website, its own first; nothing when it has none of its own. */
  readonly website?: { readonly names: readonly string[]; readonly documentRoot: string };
  /** The zone that its DNS records stand in, when that is hosted here. */
  readonly zone?: string;
};

type Entry = Domains["data"][number];

/** Alias servers are names of another one's website. */
const isAlias = (type: string): boolean => type.startsWith("Alias");

const wordsIn = (values: readonly string[] = []): readonly string[] =>
  values.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");

const toDomain = ({ name, values }: Entry, account: string): readonly Domain[] => {
  const { type = [], username = [], html_directory: [documentRoot] = [] } = values ?? {};
  if (!values || username[0] !== account) return [];
  const hasWebsite = documentRoot !== undefined && !isAlias(type[0] ?? "");
  const zone = values.parent_dns_virtual_server?.[0] ?? name;
  return [
    {
      name,
      ...(hasWebsite && { website: { names: [name, ...wordsIn(values.website_hostnames)], documentRoot } }),
      ...(wordsIn(values.features).includes("dns") && { zone }),
    },
  ];
};

/** The virtual servers of the account, and of nobody else, whoever asks. */
export const toDomains = ({ data }: Domains, account: string): readonly Domain[] =>
  data.flatMap((entry) => toDomain(entry, account));

/** A warning in the midst of a list takes the lines after it away from the domain that they are about. */
const isBroken = ({ name, values }: Entry): boolean => {
  if (!values) return false;
  const isDomain = /^[\w.-]+$/.test(name);
  return isDomain ? values.username === undefined : Object.keys(values).length > 0;
};

export const readDomains = async (remote: Remote, account: string): Promise<readonly Domain[]> => {
  const listed = await remote.run({ program: "list-domains", fields: { user: account } }, domains);
  if (!listed.data.some(isBroken)) return toDomains(listed, account);
  throw failure("host.malformed-answer", { host: remote.host, because: "a warning broke its list of domains apart" });
};

/** Those that have a website. */
export const toSites = (all: readonly Domain[]): readonly Site[] =>
  all.flatMap(({ name, website }) =>
    website ? [{ id: asId<SiteId>(name), names: toNames(website.names), documentRoot: website.documentRoot }] : [],
  );

/** The closest one above a host, itself included. */
export const domainAbove = (all: readonly Domain[], host: string): Domain | undefined => {
  const wanted = host.toLowerCase();
  return all
    .filter(({ name }) => wanted === name || wanted.endsWith(`.${name}`))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
};

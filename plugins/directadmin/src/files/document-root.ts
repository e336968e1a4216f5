import { failure, type SiteId } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

const isDomain = (text: string): boolean => {
  const parsed = parseDomainName(text);
  return parsed.kind === "name" && parsed.name === text && !text.includes("*");
};

/**
 * Where a site's files lie, below the account's home. A subdomain has files of its own, although its certificate is the
 * domain's: `example.com/shop` stands for `shop.example.com`. A root that was moved by hand is not followed: the panel
 * tells nobody.
 */
export const documentRootOf = (site: SiteId, host: string): string => {
  const [domain = "", label, ...rest] = site.split("/");
  const isSound = isDomain(domain) && (label === undefined || LABEL.test(label)) && rest.length === 0;
  if (!isSound) throw failure("host.site-unknown", { host, site });
  return `/domains/${domain}/public_html${label === undefined ? "" : `/${label}`}`;
};

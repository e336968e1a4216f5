import { DAY } from "@hostseal/rules";
import type { SiteHabits } from "../web/webspace.ts";
import type { Sickness } from "../zones/sickness.ts";

/** Who pays the hosting company. The neighbour is there so that others can be kept away from what is not theirs. */
export type AccountName = "harbour" | "neighbour";

/** One site of the demo world, and what is the matter with it. */
export type Character = {
  readonly id: string;
  /** As people write them: U-labels are fine. */
  readonly names: readonly string[];
  /** One sentence for whoever looks around. */
  readonly story: string;
  readonly account: AccountName;
  /** The zone its names live in. */
  readonly zone: string;
  readonly habits?: SiteHabits;
  /** What an earlier certificate authority left installed; the lifetime left may be negative. */
  readonly installed?: { readonly names: readonly string[]; readonly left: number };
};

/** A zone; hosted by the account that owns it, or at another DNS provider, where records are set by hand. */
export type Territory = {
  readonly origin: string;
  readonly hosted: AccountName | "elsewhere";
  /** Values of CAA records at its top. */
  readonly caa?: readonly string[];
  readonly sickness?: Sickness;
};

export const TERRITORIES: readonly Territory[] = [
  { origin: "example.com", hosted: "harbour" },
  { origin: "example.net", hosted: "harbour" },
  { origin: "example.org", hosted: "harbour" },
  { origin: "blog.example.org", hosted: "elsewhere" },
  {
    origin: "gallery.example.net",
    hosted: "harbour",
    caa: ['0 issue "another-ca.example"', '0 iodef "mailto:security@gallery.example.net"'],
  },
  { origin: "island.example.org", hosted: "elsewhere", sickness: { kind: "caa-not-implemented" } },
  { origin: "letters.example.net", hosted: "elsewhere" },
  { origin: "neighbour.example.net", hosted: "neighbour" },
  { origin: "vault.example.org", hosted: "elsewhere", sickness: { kind: "bogus" } },
];

export const CAST: readonly Character[] = [
  {
    id: "bakery",
    names: ["example.com", "www.example.com"],
    story: "A bakery with its own domain and no certificate yet",
    account: "harbour",
    zone: "example.com",
  },
  {
    id: "shop",
    names: ["shop.example.com", "www.shop.example.com"],
    story: "A shop that opens tomorrow; nothing is installed",
    account: "harbour",
    zone: "example.com",
  },
  {
    id: "diary",
    names: ["diary.example.com"],
    story: "Its certificate expires in six days",
    account: "harbour",
    zone: "example.com",
    installed: { names: ["diary.example.com"], left: 6 * DAY },
  },
  {
    id: "attic",
    names: ["attic.example.com"],
    story: "Its certificate expired three days ago and nobody noticed",
    account: "harbour",
    zone: "example.com",
    installed: { names: ["attic.example.com"], left: -3 * DAY },
  },
  {
    id: "museum",
    names: ["museum.example.net"],
    story: "It moved, and still shows the certificate of its old name",
    account: "harbour",
    zone: "example.net",
    installed: { names: ["old-museum.example.net"], left: 80 * DAY },
  },
  {
    id: "gallery",
    names: ["gallery.example.net"],
    story: "Its CAA records allow one certificate authority only, and it is not ours",
    account: "harbour",
    zone: "gallery.example.net",
  },
  {
    id: "news",
    names: ["news.example.org"],
    story: "It sends every request to HTTPS, also those of a certificate authority",
    account: "harbour",
    zone: "example.org",
    habits: { redirectsToHttps: true },
  },
  {
    id: "cloud",
    names: ["cloud.example.com", "*.cloud.example.com"],
    story: "A service with a host name for every customer: it wants a wildcard",
    account: "harbour",
    zone: "example.com",
  },
  {
    id: "blog",
    names: ["blog.example.org"],
    story: "Its DNS is at another provider, where records are set by hand",
    account: "harbour",
    zone: "blog.example.org",
  },
  {
    id: "letters",
    names: ["letters.example.net"],
    story: "Its DNS is elsewhere and its application answers every path: only e-mail is left",
    account: "harbour",
    zone: "letters.example.net",
    habits: { wellKnown: "not-found" },
  },
  {
    id: "mills",
    names: ["example.net", "www.example.net"],
    story: "The site of a company that wants its name in the certificate",
    account: "harbour",
    zone: "example.net",
  },
  {
    id: "bank",
    names: ["example.org", "www.example.org"],
    story: "A bank that wants extended validation",
    account: "harbour",
    zone: "example.org",
  },
  {
    id: "books",
    names: ["bücher.example.com"],
    story: "A bookshop with an international name",
    account: "harbour",
    zone: "example.com",
  },
  {
    id: "forum",
    names: ["forum.example.org"],
    story: "It answers what it does not know with a page that refreshes itself to the start",
    account: "harbour",
    zone: "example.org",
    habits: { wellKnown: "meta-refresh" },
  },
  {
    id: "ruin",
    names: ["ruin.example.net"],
    story: "Nobody answers",
    account: "harbour",
    zone: "example.net",
    habits: { isDown: true },
  },
  {
    id: "island",
    names: ["island.example.org"],
    story: "Its name servers have never heard of CAA records",
    account: "harbour",
    zone: "island.example.org",
  },
  {
    id: "vault",
    names: ["vault.example.org"],
    story: "Its DNSSEC signatures do not verify",
    account: "harbour",
    zone: "vault.example.org",
  },
  {
    id: "next-door",
    names: ["neighbour.example.net"],
    story: "The site of another customer of the same hosting company",
    account: "neighbour",
    zone: "neighbour.example.net",
    installed: { names: ["neighbour.example.net"], left: 150 * DAY },
  },
];

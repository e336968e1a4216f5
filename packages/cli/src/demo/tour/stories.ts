import { asId } from "@hostseal/core";
import type { SiteId } from "@hostseal/core";
import { methodVerdict } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import type { Story } from "./story.ts";

const file = { method: "file" } as const;
const dns = { method: "dns-txt" } as const;

const letters = { years: 2, names: ["letters.example.net"], site: asId<SiteId>("letters"), product: "sandbox-dv" };

/** A message, as long as the rules allow one; afterwards what they leave. */
const letterStory = (at: Instant): Story => {
  const name = letters.names[0] as DomainName;
  if (methodVerdict({ method: "email", name, at }).kind === "allowed")
    return {
      ...letters,
      title: "Proven by a message",
      intro:
        "The DNS of letters.example.net is elsewhere and its application answers every path: only a message is left.",
      methods: { [name]: { method: "email", address: `admin@${name}` } },
    };
  return {
    ...letters,
    title: "Where a message would have been asked for",
    intro:
      "The rules no longer allow messages. The DNS of letters.example.net is elsewhere, so its owner creates a record.",
    methods: { [name]: dns },
  };
};

/** The orders of the tour that go well, each in its own way. */
export const plainStories = (at: Instant): readonly Story[] => [
  {
    title: "One name, proven by DNS",
    intro:
      "The certificate of attic.example.com expired three days ago. Its zone is hosted here, so nobody has to do anything.",
    product: "sandbox-dv",
    years: 1,
    names: ["attic.example.com"],
    site: asId("attic"),
    methods: { "attic.example.com": dns },
  },
  {
    title: "A domain with its www, proven by files",
    intro: "A bakery wants example.com; www.example.com is included. Files on the site prove both.",
    product: "sandbox-dv-www",
    years: 3,
    names: ["example.com", "www.example.com"],
    site: asId("bakery"),
    methods: { "example.com": file, "www.example.com": file },
  },
  {
    title: "A wildcard, proven by DNS",
    intro: "A service has a host name for every customer. Only DNS can prove a wildcard.",
    product: "sandbox-dv-wildcard",
    years: 2,
    names: ["*.cloud.example.com", "cloud.example.com"],
    site: asId("cloud"),
    methods: { "*.cloud.example.com": dns, "cloud.example.com": dns },
  },
  letterStory(at),
  {
    title: "With the organisation in the certificate (OV)",
    intro: "Beside the names, the certificate authority checks the company; that takes a day.",
    product: "sandbox-ov",
    years: 2,
    names: ["example.net", "www.example.net"],
    site: asId("mills"),
    methods: { "example.net": dns, "www.example.net": dns },
    organisation: {
      name: "Harbour Mills Ltd",
      street: "1 Quay Street",
      city: "Harbour Town",
      region: "Shoreshire",
      postcode: "HT1 1AA",
      country: "GB",
      phone: "+44 20 7946 0000",
      registrationNumber: "01234567",
    },
  },
  {
    title: "An international name",
    intro: "bücher.example.com stands in the certificate in its encoded form; people are shown both.",
    product: "sandbox-dv",
    years: 1,
    names: ["bücher.example.com"],
    site: asId("books"),
  },
  {
    title: "A zone at another provider",
    intro: "The DNS of blog.example.org is elsewhere: its owner is told the exact record, and creates it.",
    product: "sandbox-dv",
    years: 1,
    names: ["blog.example.org"],
    site: asId("blog"),
    methods: { "blog.example.org": dns },
  },
];

import type { CommandRow } from "./command-row.ts";

const ORDER = { order: "the order's number, as `hostseal list` shows it" };

/** Commands that only look. */
export const LOOK_ROWS: readonly CommandRow[] = [
  {
    usage: "status [order]",
    summary: "Say how an order stands and who must act, or what needs somebody among all orders",
    args: ORDER,
    exits: [
      "3  somebody must act",
      "4  something would prevent issue; nothing was charged",
      "5  a site does not serve its certificate",
    ],
    examples: ["hostseal status", "hostseal status ord_7k2m9x4c0d", "hostseal status ord_7k2m9x4c0d --json"],
    load: async () => (await import("../commands/status.ts")).status,
  },
  {
    usage: "list",
    summary: "List the orders",
    options: [
      ["--state <state>", "only draft, placed, active or ended ones"],
      ["--name <name>", "only those that hold this name"],
    ],
    examples: ["hostseal list", "hostseal list --state active --json"],
    load: async () => (await import("../commands/list.ts")).list,
  },
  {
    usage: "timeline <order>",
    summary: "Tell everything that happened to an order",
    args: ORDER,
    examples: ["hostseal timeline ord_7k2m9x4c0d", "hostseal timeline ord_7k2m9x4c0d --json"],
    load: async () => (await import("../commands/timeline.ts")).timeline,
  },
  {
    usage: "forecast <order>",
    summary: "Tell every reissue, validation and reminder until the licence ends",
    args: ORDER,
    examples: ["hostseal forecast ord_7k2m9x4c0d"],
    load: async () => (await import("../commands/forecast.ts")).forecastOrder,
  },
  {
    usage: "check <names...>",
    summary: "Look whether names could be validated and issued, before anybody pays",
    args: { names: "the names, such as example.com or *.example.com" },
    options: [
      ["--method <method>", "dns-txt, dns-cname, file or email; the best that is possible when left out"],
      ["--brand <brand>", "whose CAA name and practice count; that of the configuration, else sectigo"],
      ["--level <level>", "dv (default), ov or ev"],
      [
        "--resolver <address>",
        "a DNS resolver, such as 9.9.9.9 or 127.0.0.1:5353; the system's without a configuration",
        "many",
      ],
    ],
    exits: ["4  something would prevent issue"],
    examples: [
      "hostseal check example.com www.example.com",
      "hostseal check '*.example.com' --brand digicert --resolver 9.9.9.9 --json",
    ],
    load: async () => (await import("../commands/check.ts")).check,
  },
  {
    usage: "products",
    summary: "List what can be ordered, with prices",
    examples: ["hostseal products", "hostseal products --json"],
    load: async () => (await import("../commands/products.ts")).products,
  },
  {
    usage: "sites",
    summary: "List the sites of the hosts, and what the outside sees on them",
    options: [
      ["--panel <panel>", "only an account of this panel, with --account"],
      ["--account <account>", "the account on the panel"],
      ["--host <host>", "only this host, with document roots; user@host[:port] for a server that is not configured"],
      ["--server-config <file>", "which of several web servers there is meant: the configuration it was started with"],
    ],
    exits: ["5  a site that has a certificate does not serve it"],
    examples: ["hostseal sites", "hostseal sites --host web1 --json", "hostseal sites --panel web1 --account alice"],
    load: async () => (await import("../commands/sites.ts")).sites,
  },
  {
    usage: "rules",
    summary: "List the industry's rules with their dates and sources",
    options: [
      ["--at <date>", "only those in force on a day, such as 2027-03-15"],
      ["--about <text>", "only those whose number or title holds this text"],
    ],
    examples: ["hostseal rules --at 2027-03-15", "hostseal rules --about validity --json"],
    load: async () => (await import("../commands/rules.ts")).rules,
  },
  {
    usage: "audit verify [order]",
    summary: "Verify that no journal was changed, and name the first entry that was",
    args: ORDER,
    exits: [],
    examples: ["hostseal audit verify", "hostseal audit verify ord_7k2m9x4c0d --json"],
    load: async () => (await import("../commands/audit-verify.ts")).auditVerify,
  },
];

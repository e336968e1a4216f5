import type { CommandRow, OptionRow } from "./command-row.ts";

const access: readonly OptionRow[] = [
  ["--url <url>", "the address of the service, such as https://ssl.partner.example"],
  ["--key-file <file>", "a file with an API key; $HOSTSEAL_API_KEY when left out"],
];
const URL_EXAMPLE = "--url https://ssl.partner.example";

/** Commands that ask a service over its API, from wherever one is. */
export const REMOTE_ROWS: readonly CommandRow[] = [
  {
    usage: "remote list",
    summary: "List the orders of a service",
    options: [
      ...access,
      ["--state <state>", "only draft, placed, active or ended ones"],
      ["--name <name>", "only those that hold this name"],
    ],
    examples: [`hostseal remote list ${URL_EXAMPLE} --state active`],
    load: async () => (await import("../commands/remote/remote-list.ts")).remoteList,
  },
  {
    usage: "remote status <order>",
    summary: "Say how an order of a service stands and who must act",
    args: { order: "the order's number" },
    options: access,
    examples: [`hostseal remote status ord_7k2m9x4c0d ${URL_EXAMPLE}`],
    load: async () => (await import("../commands/remote/remote-status.ts")).remoteStatus,
  },
  {
    usage: "remote order <names...>",
    summary: "Order a certificate at a service, and follow it until it is served",
    args: { names: "the names, such as example.com www.example.com or *.example.com" },
    options: [
      ...access,
      ["--customer <customer>", "whose order it is; it is installed on their sites"],
      ["--contact <email>", "who hears of the order", "many"],
      ["--product <code>", "what to order; the cheapest that fits when left out"],
      ["--years <number>", "length of the licence; 1 when left out"],
      ["--yes", "do it without asking"],
      ["--agree", "accept the subscriber agreement of the certificate authority"],
    ],
    exits: ["3  the order waits for somebody; who and for what is printed", "4  something would prevent issue"],
    examples: [`hostseal remote order example.com ${URL_EXAMPLE} --customer harbour --contact owner@example.com`],
    load: async () => (await import("../commands/remote/order-remotely.ts")).orderRemotely,
  },
];

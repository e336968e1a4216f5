import type { CommandRow, OptionRow } from "./command-row.ts";

const ORDER = { order: "the order's number, as `hostseal list` shows it" };
const WAITS = [
  "3  the order waits for somebody; who and for what is printed",
  "4  something would prevent issue; nothing was charged",
];

const yes: OptionRow = ["--yes", "do it without asking"];
const agree: OptionRow = ["--agree", "accept the subscriber agreement of the certificate authority"];
const method: OptionRow = [
  "--method <name=method>",
  "how to validate a name: dns-txt, dns-cname, file, email or email:<address>; may be given for each name",
  "many",
];

/** Commands that change an order. */
export const ORDER_ROWS: readonly CommandRow[] = [
  {
    usage: "order [names...]",
    summary: "Order a certificate and bring it onto its site",
    args: { names: "the names, such as example.com www.example.com or *.example.com" },
    options: [
      ["--product <code>", "what to order; the cheapest that fits when left out (see `hostseal products`)"],
      ["--years <number>", "length of the licence; 1 when left out"],
      method,
      ["--email-approver <address>", "validate the names of this address's domain by a message to it", "many"],
      ["--contact <email>", "who hears of the order; those of the configuration when left out", "many"],
      ["--install <host:site>", "where to install; the sites that answer for the names when left out", "many"],
      ["--panel <panel>", "order for an account of this panel, with --account and --site"],
      ["--account <account>", "the account on the panel, who becomes the customer of the order"],
      ["--site <site>", "the site of the account; its names are ordered when none are given"],
      ["--no-install", "install nothing; `hostseal archive` hands certificate and key over"],
      ["--csr <file>", "use this certificate signing request; its key stays yours"],
      ["--key-type <type>", "ec-p256, ec-p384, rsa-2048, rsa-3072 or rsa-4096; ec-p256 when left out"],
      ["--organisation <file>", "a JSON file that says who the certificate names (OV and EV)"],
      ["--renews <order>", "continue the licence of this order; what is left out is taken over from it"],
      yes,
      agree,
    ],
    exits: WAITS,
    examples: [
      "hostseal order example.com www.example.com --years 2",
      "hostseal order '*.example.com' --method '*.example.com=dns-txt' --no-install",
      "hostseal order example.com --email-approver admin@example.com --yes --agree",
      "hostseal order --renews ord_7k2m9x4c0d --yes --agree",
    ],
    load: async () => (await import("../commands/order.ts")).order,
  },
  {
    usage: "continue <order>",
    summary: "Look again now, answer what an order waits for, and go on with it",
    args: ORDER,
    options: [method, yes, agree],
    exits: WAITS,
    examples: [
      "hostseal continue ord_7k2m9x4c0d",
      "hostseal continue ord_7k2m9x4c0d --method example.com=email:admin@example.com",
    ],
    load: async () => (await import("../commands/continue.ts")).continueOrder,
  },
  {
    usage: "reissue <order>",
    summary: "Replace the certificate inside its licence, free, with a fresh key",
    args: ORDER,
    options: [
      ["--add <name>", "a further name", "many"],
      ["--drop <name>", "a name to leave out", "many"],
      ["--csr <file>", "use this certificate signing request; its key stays yours"],
      yes,
    ],
    exits: WAITS.slice(0, 1),
    examples: [
      "hostseal reissue ord_7k2m9x4c0d --yes",
      "hostseal reissue ord_7k2m9x4c0d --add shop.example.com --drop old.example.com",
    ],
    load: async () => (await import("../commands/reissue.ts")).reissue,
  },
  {
    usage: "revoke <order>",
    summary: "Revoke every certificate of an order, which ends its licence",
    args: ORDER,
    options: [
      [
        "--reason <reason>",
        "keyCompromise, superseded, cessationOfOperation, affiliationChanged or unspecified (default)",
      ],
      yes,
    ],
    examples: ["hostseal revoke ord_7k2m9x4c0d --reason keyCompromise --yes"],
    load: async () => (await import("../commands/revoke.ts")).revoke,
  },
  {
    usage: "cancel <order>",
    summary: "Withdraw an order that is not issued yet, with the money back",
    args: ORDER,
    options: [yes],
    examples: ["hostseal cancel ord_7k2m9x4c0d --yes"],
    load: async () => (await import("../commands/cancel.ts")).cancel,
  },
  {
    usage: "archive <order>",
    summary: "Hand over certificate, chain and private key, once",
    args: ORDER,
    options: [
      ["--out <file>", "the file to write; it must not exist"],
      ["--format <format>", "zip (AES-256, default), pkcs12 or pem (encrypted key)"],
      yes,
    ],
    examples: [
      "hostseal archive ord_7k2m9x4c0d --out example.com.zip",
      "hostseal archive ord_7k2m9x4c0d --out example.com.p12 --format pkcs12 --yes",
    ],
    load: async () => (await import("../commands/archive.ts")).archive,
  },
];

import type { CommandRow } from "./command-row.ts";

/** Commands for hosting panels. */
export const PANEL_ROWS: readonly CommandRow[] = [
  {
    usage: "panels add <panel> <url>",
    summary: "Enter a panel server; a certificate of its own making is compared and pinned",
    args: { panel: "a name of your own for it", url: "its address with the port, such as https://panel.example:2087" },
    options: [
      ["--driver <kind>", "cpanel, plesk, directadmin or virtualmin"],
      [
        "--credential-file <file>",
        "the API token, secret key, login key or password, in a file that only you can read",
      ],
      ["--account <account>", "an account on it; may be given more than once", "many"],
      ["--login <user>", "whose credential it is, where it is not the account's own"],
      ["--pin <sha256>", "the panel's own certificate, compared before: 64 hexadecimal digits"],
      ["--ca <file>", "PEM file with the CA that vouches for the panel"],
    ],
    examples: [
      "hostseal panels add web1 https://web1.example:2087 --driver cpanel --credential-file whm.token --account alice",
    ],
    load: async () => (await import("../commands/panels/panels-add.ts")).panelsAdd,
  },
  {
    usage: "panels list",
    summary: "List the panel servers of the configuration",
    examples: ["hostseal panels list", "hostseal panels list --json"],
    load: async () => (await import("../commands/panels/panels-list.ts")).panelsList,
  },
  {
    usage: "panels check [panel]",
    summary: "Connect to panel servers, name their versions, and list missing permissions by name",
    args: { panel: "one of the configuration; all when left out" },
    options: [["--account <account>", "the account to look with; the first of the configuration when left out"]],
    exits: ["4  a permission is missing"],
    examples: ["hostseal panels check web1 --account alice"],
    load: async () => (await import("../commands/panels/panels-check.ts")).panelsCheck,
  },
];

import type { CommandRow } from "./command-row.ts";

/** Commands about who may come in: people to the console, programs to the API. */
export const ACCESS_ROWS: readonly CommandRow[] = [
  {
    usage: "users add <email>",
    summary: "Let somebody sign in to the partner's console; the first owner is made with this",
    args: { email: "who it is" },
    options: [
      ["--role <role>", "owner, staff or read-only; an owner unless you say otherwise"],
      ["--password-file <file>", "take the password from the first line of a file; else one is made and shown once"],
    ],
    examples: ["hostseal users add jo@partner.example", "hostseal users add al@partner.example --role staff"],
    load: async () => (await import("../commands/access/users-add.ts")).usersAdd,
  },
  {
    usage: "users list",
    summary: "List who may sign in to the partner's console",
    examples: ["hostseal users list"],
    load: async () => (await import("../commands/access/users-list.ts")).usersList,
  },
  {
    usage: "keys add <title>",
    summary: "Make a key for a program that uses the API; it is shown once",
    args: { title: "what it is for" },
    options: [
      [
        "--scope <scope>",
        "orders:read, orders:write, spend, hosts:read, balance:read or webhooks; orders:read unless you say otherwise",
        "many",
      ],
      ["--customer <customer>", "let it see and do only what is this customer's"],
    ],
    examples: ["hostseal keys add Shop --scope orders:read --scope orders:write --scope spend"],
    load: async () => (await import("../commands/access/keys-add.ts")).keysAdd,
  },
  {
    usage: "keys list",
    summary: "List the keys of programs that use the API",
    examples: ["hostseal keys list"],
    load: async () => (await import("../commands/access/keys-list.ts")).keysList,
  },
  {
    usage: "keys remove <key>",
    summary: "Take a program's key away; it works from the next request on",
    args: { key: "its id, as `keys list` shows it" },
    examples: ["hostseal keys remove 2948f19aa9d0"],
    load: async () => (await import("../commands/access/keys-remove.ts")).keysRemove,
  },
];

import type { CommandRow, OptionRow } from "./command-row.ts";
import { FLEET_OPTIONS } from "./fleet-options.ts";

const host: OptionRow = ["--host <host>", "a host of the configuration, or user@host[:port] that known_hosts knows"];
const serverConfig: OptionRow = [
  "--server-config <file>",
  "which of several web servers there is meant: the configuration it was started with",
];
const roots: OptionRow = ["--roots <file>", "PEM file with the roots to trust, instead of those of the configuration"];

/** Commands for servers that are reached over SSH. */
export const HOSTING_ROWS: readonly CommandRow[] = [
  {
    usage: "hosts add <host> [address]",
    summary: "Enrol a server that is reached over SSH, under its host key",
    args: {
      host: "a name of your own for it",
      address: "user@host[:port], or a name of ~/.ssh/config; the same as the host when left out",
    },
    options: [
      ["--fingerprint <fingerprint>", "the host key, compared before: SHA256:… as ssh-keygen -l prints it"],
      ["--key <file>", "the private key to log in with; as ssh would when left out"],
      ["--agent", "log in with the keys of the agent"],
      ["--password-file <file>", "log in with the password in this file, which only you can read"],
      ["--jump <host>", "log in through this server first; may be given more than once, the outermost first", "many"],
      ["--transport <kind>", "ssh2 (built in) or system (the system's ssh: certificates, FIDO keys)"],
      serverConfig,
    ],
    examples: [
      "hostseal hosts add web1 root@192.0.2.10",
      "hostseal hosts add web2 deploy@web2.example:2222 --key ~/.ssh/web2 --fingerprint SHA256:…",
    ],
    load: async () => (await import("../commands/hosting/hosts-add.ts")).hostsAdd,
  },
  {
    usage: "hosts list",
    summary: "List the hosts of the configuration",
    examples: ["hostseal hosts list", "hostseal hosts list --json"],
    load: async () => (await import("../commands/hosting/hosts-list.ts")).hostsList,
  },
  {
    usage: "hosts facts <host>",
    summary: "Tell what is on a server: web server, configuration, sites, login",
    args: { host: host[1] },
    options: [serverConfig],
    examples: ["hostseal hosts facts web1", "hostseal hosts facts root@192.0.2.10 --json"],
    load: async () => (await import("../commands/hosting/hosts-facts.ts")).hostsFacts,
  },
  {
    usage: "hosts program",
    summary: "Print the program that lets a login install certificates without being root, and how to allow it",
    options: [
      ["--user <login>", "the login that shall call it; hostseal when left out"],
      ["--state <folder>", "its folder for journals and keys; /var/lib/hostseal when left out"],
      ["--folder <folder>", "a further folder below which configuration may be changed", "many"],
    ],
    examples: ["hostseal hosts program --user deploy > hostseal-host", "hostseal hosts program --json"],
    load: async () => (await import("../commands/hosting/hosts-program.ts")).hostsProgram,
  },
  {
    usage: "install",
    summary: "Put a certificate that you already have onto a server, or onto many, and prove it from outside",
    options: [
      host,
      ["--name <name>", "the name of the site"],
      ["--cert <file>", "the certificate in PEM; its chain may follow in the same file"],
      ["--key <file>", "its private key in PEM"],
      ["--chain <file>", "the certificates between it and the root, in PEM"],
      serverConfig,
      roots,
      ["--redirect", "send plain HTTP to HTTPS"],
      ["--hsts", "tell browsers to stay with HTTPS"],
      ["--dry-run", "show what would be done, and change nothing"],
      ...FLEET_OPTIONS,
    ],
    examples: [
      "hostseal install --host web1 --name example.com --cert example.com.pem --key example.com.key --dry-run",
      "hostseal install --host root@192.0.2.10 --name example.com --cert cert.pem --chain chain.pem --key key.pem",
      "hostseal install --inventory hosts.yaml --wave 1,5,25%",
    ],
    load: async () => (await import("../commands/hosting/install.ts")).install,
  },
  {
    usage: "prove",
    summary: "Shake hands with a site at every address, and compare with what its server has installed",
    options: [host, ["--name <name>", "the name of the site"], serverConfig, roots],
    exits: ["5  an address serves something else, or nothing"],
    examples: ["hostseal prove --host web1 --name example.com"],
    load: async () => (await import("../commands/hosting/prove.ts")).prove,
  },
  {
    usage: "rollback",
    summary: "Take back an installation that waits on a server or was interrupted there",
    options: [host, ["--run <number>", "a committed installation, by the number it was told with"]],
    examples: ["hostseal rollback --host web1", "hostseal rollback --host web1 --run run-0123456789abcdef"],
    load: async () => (await import("../commands/hosting/rollback.ts")).rollback,
  },
];

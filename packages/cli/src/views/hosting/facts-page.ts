import type { HostFacts } from "@hostseal/installer";
import type { Paint } from "../paint.ts";

/** A host as it was found. */
export type FoundHost = {
  readonly host: string;
  /** Who we log in as. */
  readonly user: string;
  /** The server and its version. */
  readonly software: string;
  readonly facts: HostFacts;
  readonly sites: number;
};

type Field = readonly [key: string, label: string, text: string];

const WIDTH = 15;

const initOf = ({ server }: HostFacts): string => {
  const { reload } = server.commands;
  if (reload.kind === "signal") return "none owns the server, which is sent a signal";
  return reload.argv[0] === "systemctl" ? "systemd" : "OpenRC";
};

const fieldsOf = ({ user, software, facts, sites }: FoundHost): readonly Field[] => {
  const { system, server } = facts;
  return [
    ["server", "Server", software],
    ["config", "Configuration", server.root],
    ["sites", "Sites", String(sites)],
    ["login", "Login", user === "root" ? "root" : `${user}, and root through sudo`],
    ["system", "System", [system.distribution, system.kernel].filter((one) => one !== undefined).join(", ")],
    ["name", "Name", system.hostname],
    ["init", "Init system", initOf(facts)],
    ["selinux", "SELinux", system.selinux ?? "not there"],
  ];
};

/** What is on a host, and how we are there. */
export const toFactsPage = (found: FoundHost, paint: Paint): readonly string[] => [
  paint.bold(found.host),
  ...fieldsOf(found).map(([, label, text]) => `  ${label.padEnd(WIDTH)}${text}`),
];

/** The same for a program. */
export const toFactsJson = (found: FoundHost) => ({
  type: "host",
  host: found.host,
  user: found.user,
  ...Object.fromEntries(fieldsOf(found).map(([key, , text]) => [key, text])),
  sites: found.sites,
});

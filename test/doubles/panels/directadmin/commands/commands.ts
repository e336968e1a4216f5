import type { Command } from "./command.ts";
import { content, done } from "./command.ts";
import { dnsControl } from "./dns-control.ts";
import { modifyDomain, showDomains, showPointers, showSubdomains, viewDomain } from "./domain-commands.ts";
import { fileCommand } from "./file-command.ts";
import { sslCommand } from "./ssl-command.ts";

/** The older commands, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  CMD_API_LOGIN_TEST: () => done("Login OK"),
  CMD_API_SHOW_USER_CONFIG: ({ caller }) =>
    content({ username: caller.user, usertype: caller.role, suspended: "no", language: "en" }),
  CMD_API_SHOW_DOMAINS: showDomains,
  CMD_API_SUBDOMAINS: showSubdomains,
  CMD_API_DOMAIN_POINTER: showPointers,
  CMD_API_ADDITIONAL_DOMAINS: viewDomain,
  CMD_API_DOMAIN: modifyDomain,
  CMD_API_DNS_CONTROL: dnsControl,
  CMD_API_SSL: sslCommand,
  CMD_API_FILE_MANAGER: fileCommand,
};

import { once } from "node:events";
import type { CommandContext } from "../command-line/command-row.ts";
import { formatEndpoint } from "../composition/endpoint.ts";
import { SERVER_SITE } from "./server/server-files.ts";
import { DEMO_SERVER } from "./world/write-home.ts";
import type { Demo } from "./world/start-demo.ts";

const RUN = "npm run --silent hostseal --";

const serverCommands = [`hosts facts ${DEMO_SERVER}`, `prove --host ${DEMO_SERVER} --name ${SERVER_SITE}`];

export type Invited = {
  readonly demo: Demo;
  /** An order to look at. */
  readonly order: string;
  /** Where the pages of the make-believe panel are. */
  readonly panelUrl: string;
  /** Where orders are found without it. */
  readonly trackUrl: string;
};

/** What can be tried with a demo world that stays up, as commands to copy. */
const toInvitation = ({ demo, order, panelUrl, trackUrl }: Invited): readonly string[] => {
  const { home, hosting, authorityUrl, server } = demo;
  const command = (rest: string): string => `  ${RUN} --home ${home} ${rest}`;
  return [
    `Open the demo panel in a browser, and its SSL certificates:  ${panelUrl}`,
    `Find an order without the panel, with a link by mail:        ${trackUrl}`,
    "",
    "The demo world stays up. In another terminal, in this folder:",
    command("list"),
    command(`status ${order}`),
    command(`timeline ${order}`),
    command(`forecast ${order}`),
    command("order museum.example.net --yes --agree"),
    command("check gallery.example.net island.example.org vault.example.org"),
    command("sites"),
    ...(server?.kind === "there" ? serverCommands.map(command) : []),
    command("audit verify"),
    `  dig @${hosting.dns.address} -p ${hosting.dns.port} example.com CAA +norecurse`,
    `  curl -s --cacert ${home}/roots.pem --connect-to ::${formatEndpoint(hosting.https)} https://example.com/`,
    "",
    `Mailboxes of its people:  ${hosting.mailUrl}`,
    `The certificate authority: ${authorityUrl}`,
    "Ctrl-C ends it.",
  ];
};

/** Prints the invitation and waits for Ctrl-C. */
export const stayUp = async ({ terminal, signal }: CommandContext, invited: Invited): Promise<void> => {
  terminal.print("");
  for (const line of toInvitation(invited)) terminal.print(line);
  const alive = setInterval(() => undefined, 60_000);
  if (!signal.aborted) await once(signal, "abort");
  clearInterval(alive);
};

import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toFactsJson, toFactsPage } from "../../views/hosting/facts-page.ts";
import { readOptions } from "../read-options.ts";
import { serverOptions } from "./install-options.ts";
import { reach } from "./reach.ts";
import { openSshDesk } from "./ssh-desk.ts";
import { readWebServer } from "./web-server.ts";

/** `hostseal hosts facts`: what there is on a host, or why nothing can be installed there. Changes nothing. */
export const hostsFacts: Run = async (context, given) => {
  const host = String(given.args[0]);
  const { serverConfig } = readOptions(serverOptions, given.options);
  const { settings } = await openSshDesk(context, { host, serverConfig });
  const reached = await reach(settings, context.signal);
  await using _ = reached.connection;
  const { software, facts, sites } = await readWebServer(reached, settings);
  const found = { host, user: settings.target.user, software, facts, sites: sites.length };
  return { exit: EXIT.done, lines: toFactsPage(found, context.paint), json: toFactsJson(found) };
};

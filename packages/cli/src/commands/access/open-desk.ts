import { type AccessDesk, createAccessDesk, createPartnerBook } from "@hostseal/server";
import type { CommandContext } from "../../command-line/command-row.ts";
import { loadConfig } from "../../composition/load-config.ts";
import { openDocuments } from "../../composition/open-documents.ts";
import { surroundingsOf } from "../../composition/surroundings-of.ts";

/** Whoever sits at the command line of the server. */
export const AT_THE_SERVER = { who: "command line", from: "this server" };

/** Who may come in, without opening any order: the service may run meanwhile. */
export const openDesk = async ({ home, environment, terminal }: CommandContext): Promise<AccessDesk> => {
  const config = await loadConfig(home);
  const around = await surroundingsOf(config, { home, environment, note: terminal.note });
  const documents = openDocuments(around.home);
  const book = createPartnerBook({ ...around, documents, partner: config.partner });
  return createAccessDesk({ ...around, book });
};

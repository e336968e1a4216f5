import { toIso } from "@hostseal/rules";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toTable } from "../../views/table.ts";
import { openDesk } from "./open-desk.ts";

/** `hostseal users list`: who may sign in to the partner's console. */
export const usersList: Run = async (context) => {
  const users = (await (await openDesk(context)).users()).map(({ email, role, createdAt }) => ({
    email,
    role,
    since: toIso(createdAt),
  }));
  const table = toTable(
    ["E-MAIL", "ROLE", "SINCE"],
    users.map(({ email, role, since }) => [email, role, since]),
  );
  const none = ["Nobody can sign in to the console yet; `hostseal users add` adds somebody."];
  return { exit: EXIT.done, lines: users.length === 0 ? none : table, json: users };
};

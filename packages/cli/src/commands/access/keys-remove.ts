import { failure } from "@hostseal/core";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { AT_THE_SERVER, openDesk } from "./open-desk.ts";

/** `hostseal keys remove`: from the next request on, the key lets nobody in. */
export const keysRemove: Run = async (context, { args }) => {
  const id = String(args[0]);
  const isRemoved = await (await openDesk(context)).removeKey(id, AT_THE_SERVER);
  if (!isRemoved) throw failure("input.option", { option: "key", because: `there is none with the id ${id}` });
  return { exit: EXIT.done, lines: [`Key ${id} is removed.`], json: { type: "key", id, removed: true } };
};

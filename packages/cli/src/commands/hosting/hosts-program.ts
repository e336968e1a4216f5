import { describeRootProgram, installedProgram, PROGRAM_PATH, sudoersLine } from "@hostseal/installer";
import { z } from "zod";
import type { Run } from "../../command-line/command-row.ts";
import { USUAL_STATE } from "../../composition/ssh/ssh-settings.ts";
import { EXIT } from "../../exit-codes.ts";
import { readOptions } from "../read-options.ts";

const folder = z.string().regex(/^\/[^:\n]+$/, "write a path that begins with / and has no colon");
const optionsShape = {
  user: z
    .string()
    .regex(/^[A-Za-z_][\w.-]*$/, "write a login of letters, digits, dots, hyphens and underscores")
    .default("hostseal"),
  state: folder.default(USUAL_STATE),
  folder: z.array(folder).default([]),
};

/**
 * `hostseal hosts program`: the program that lets a login install certificates without being root, for a file; how it is
 * allowed is told beside it.
 */
export const hostsProgram: Run = async ({ terminal, isJson }, given) => {
  const { user, state, folder: folders } = readOptions(optionsShape, given.options);
  const text = installedProgram({ state, folders });
  if (!isJson) for (const line of describeRootProgram(user)) terminal.note(line);
  return {
    exit: EXIT.done,
    lines: text.trimEnd().split("\n"),
    json: { type: "program", path: PROGRAM_PATH, sudoers: sudoersLine(user), text },
  };
};

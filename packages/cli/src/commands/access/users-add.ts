import { failure } from "@hostseal/core";
import { ROLES, type UserAdded } from "@hostseal/server";
import { z } from "zod";
import type { Run } from "../../command-line/command-row.ts";
import { systemRandom } from "../../composition/system-random.ts";
import { EXIT } from "../../exit-codes.ts";
import { oneOf, readOptions } from "../read-options.ts";
import { AT_THE_SERVER, openDesk } from "./open-desk.ts";
import { readPassword } from "./read-password.ts";

const OPTIONS = { role: oneOf(ROLES).default("owner"), passwordFile: z.string().optional() };

const objections: Readonly<Record<Exclude<UserAdded, "added">, string>> = {
  "known-already": "there is somebody with this address already",
  "password-too-short": "the password has fewer than 12 characters",
};

/** `hostseal users add`: somebody who may sign in to the partner's console. A password that was made is shown once. */
export const usersAdd: Run = async (context, { args, options }) => {
  const email = z.email().safeParse(args[0]).data;
  if (email === undefined) throw failure("input.option", { option: "email", because: "write an e-mail address" });
  const { role, passwordFile } = readOptions(OPTIONS, options);
  const { password, isMade } = await readPassword(passwordFile, systemRandom);
  const desk = await openDesk(context);
  const added = await desk.addUser({ email, role, password }, AT_THE_SERVER);
  if (added !== "added") throw failure("input.option", { option: email, because: objections[added] });
  const shown = isMade ? [`Password, shown once: ${password.reveal()}`] : [];
  return {
    exit: EXIT.done,
    lines: [`${email} can sign in to the console as ${role}.`, ...shown],
    json: { type: "user", email, role, ...(isMade && { password: password.reveal() }) },
  };
};

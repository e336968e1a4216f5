import { API_SCOPES, type ApiScope } from "@hostseal/server";
import { z } from "zod";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { oneOf, readOptions } from "../read-options.ts";
import { AT_THE_SERVER, openDesk } from "./open-desk.ts";

const OPTIONS = {
  scope: z.array(oneOf(API_SCOPES)).default([]),
  customer: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "write the customer's name")
    .optional(),
};

/** `hostseal keys add`: a key for a program that uses the API. It is shown once; only its digest is kept. */
export const keysAdd: Run = async (context, { args, options }) => {
  const title = String(args[0]);
  const { scope, customer } = readOptions(OPTIONS, options);
  const scopes: readonly ApiScope[] = scope.length === 0 ? ["orders:read"] : scope;
  const desk = await openDesk(context);
  const asked = { title, scopes, ...(customer !== undefined && { customer }) };
  const { id, token } = await desk.addKey(asked, AT_THE_SERVER);
  return {
    exit: EXIT.done,
    lines: [`Key ${id} for ${title}: ${scopes.join(", ")}.`, `Shown once: ${token.reveal()}`],
    json: { type: "key", id, title, scopes, token: token.reveal() },
  };
};

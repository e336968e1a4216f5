import type { RequestHandler } from "express";
import { callerOf } from "../admission.ts";
import type { Premises } from "../premises.ts";
import { fieldsOf, partsOf } from "../request-parts.ts";
import { CommandRefusal } from "./command.ts";
import { sendAnswer, sendRefusal } from "./command-answer.ts";
import { COMMANDS } from "./commands.ts";

/** `/CMD_API_…`. */
export const runCommand =
  (premises: Premises): RequestHandler =>
  async (request, response) => {
    const command = COMMANDS[String(request.params["command"])];
    const fields = fieldsOf(request);
    const isJson = fields["json"] === "yes" && !premises.habits.answersInPairs;
    const file = partsOf(request).find(({ filename }) => filename !== undefined);
    try {
      if (!command) throw new CommandRefusal("Unknown command", "There is no such command");
      const { method } = request;
      const call = { premises, caller: callerOf(response), method, fields, ...(file && { file }) };
      sendAnswer(response, await command(call), isJson);
    } catch (thrown) {
      if (!(thrown instanceof CommandRefusal)) throw thrown;
      sendRefusal(response, thrown, isJson);
    }
  };

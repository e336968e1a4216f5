import { ARCHIVE_FORMATS, handOverKey, sealHandedOver } from "@hostseal/core";
import { makeUnlockCode } from "@hostseal/pki";
import { z } from "zod";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { reserveFile } from "./archiving/reserve-file.ts";
import { askFirst, requireAnswers } from "./ask-first.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import { flag, oneOf, readOptions } from "./read-options.ts";
import { withWorld } from "./with-world.ts";

const optionsShape = {
  out: z.string("name the file to write, as in --out example.com.zip"),
  format: oneOf(ARCHIVE_FORMATS).default("zip"),
  yes: flag,
};

const QUESTION = "The private key is handed over once, and Hostseal keeps nothing of it. Write the archive now?";

/** `hostseal archive`: the room is taken and the file is durable before our copy of the key is destroyed. */
export const archive: Run = async (context, given) => {
  const { out, format, yes } = readOptions(optionsShape, given.options);
  requireAnswers(context, { "--yes": yes });
  return withWorld(context, async (world) => {
    const { id } = await findOrder(world, given.args[0]);
    if (!(await askFirst(context, yes, QUESTION)))
      return { exit: EXIT.done, lines: ["Nothing was changed."], json: { type: "archive", order: id, written: false } };
    await using file = await reserveFile(out);
    const code = makeUnlockCode((count) => world.random.bytes(count));
    const at = world.clock.now();
    await handOverKey(world, id, {
      caller: callerOf(world),
      deliver: async (handedOver) => file.deliver(await sealHandedOver[format]({ handedOver, code, at })),
    });
    context.terminal.note(`Unlock code, shown only now: ${code.reveal()}`);
    return {
      exit: EXIT.done,
      lines: [`${out} holds private key, certificate and chain. Keep the unlock code apart from it.`],
      json: { type: "archive", order: id, written: true, file: out, format, unlockCode: "on standard error" },
    };
  });
};

import { examineCsr, failure, runCommand } from "@hostseal/core";
import type { Order } from "@hostseal/core";
import { z } from "zod";
import type { DomainName } from "@hostseal/rules";
import type { Report, Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toNamesText } from "../views/names.ts";
import { askFirst, requireAnswers } from "./ask-first.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import { followOrder } from "./follow-order.ts";
import { toOrderReport } from "./order-report.ts";
import { readNames } from "./read-names.ts";
import { flag, many, readOptions } from "./read-options.ts";
import { readTextFile } from "./read-text-file.ts";
import { withWorld } from "./with-world.ts";

const optionsShape = { add: many, drop: many, csr: z.string().optional(), yes: flag };

const changedNames = (
  { names }: Order,
  { add, drop }: { readonly add: readonly DomainName[]; readonly drop: readonly DomainName[] },
): readonly DomainName[] => {
  const stranger = drop.find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw failure("input.option", { option: `--drop ${stranger}`, because: "the order does not hold this name" });
  return [...new Set([...names.filter((name) => !drop.includes(name)), ...add])];
};

const nothingDone = (order: Order): Report => ({
  exit: EXIT.done,
  lines: ["Nothing was changed."],
  json: { type: "order", id: order.id, changed: false },
});

/** `hostseal reissue`: a fresh key and certificate inside the licence; the present one serves until the new one is proven. */
export const reissue: Run = async (context, given) => {
  const options = readOptions(optionsShape, given.options);
  const changes = { add: readNames(options.add), drop: readNames(options.drop) };
  requireAnswers(context, { "--yes": options.yes });
  return withWorld(context, async (world) => {
    const before = await findOrder(world, given.args[0]);
    const names = changedNames(before, changes);
    const csr = options.csr === undefined ? undefined : await readTextFile("--csr", options.csr);
    if (csr !== undefined) examineCsr(csr, { names, level: before.product.level, at: world.clock.now() });
    const question = `Reissue for ${toNamesText(names)}? It is free, and the present certificate serves until the new one is proven.`;
    if (!(await askFirst(context, options.yes, question))) return nothingDone(before);
    await runCommand(world, before.id, { kind: "reissue", names, ...(csr !== undefined && { csr }) }, callerOf(world));
    return toOrderReport(await followOrder(context, world, before.id), context);
  });
};

import { isFailure, verifyChain, everyOrder, wholeJournal } from "@hostseal/core";
import type { ChainVerdict, Order } from "@hostseal/core";
import type { CommandContext, Run } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import { EXIT } from "../exit-codes.ts";
import type { Audited } from "../views/audit-page.ts";
import { toAuditJson, toAuditPage } from "../views/audit-page.ts";
import { findOrder } from "./find-order.ts";
import { withWorld } from "./with-world.ts";

const EVERYTHING = { kind: "everything" } as const;

const verify = async ({ store }: LocalWorld, order: Order): Promise<ChainVerdict> =>
  verifyChain(order.id, await wholeJournal(store, order, EVERYTHING), order.journal.head);

/** A chapter that cannot be read is the finding, not the end of the audit. */
const audit = async (world: LocalWorld, order: Order): Promise<Audited> => {
  try {
    return { order: order.id, verdict: await verify(world, order) };
  } catch (thrown) {
    if (!isFailure(thrown, "store.corrupt")) throw thrown;
    return { order: order.id, verdict: { kind: "unreadable", because: thrown.message } };
  }
};

const auditAll = async (context: CommandContext, world: LocalWorld): Promise<readonly Audited[]> => {
  const audited: Audited[] = [];
  for await (const order of everyOrder(world.store, { scope: EVERYTHING })) {
    context.signal.throwIfAborted();
    audited.push(await audit(world, order));
  }
  return audited;
};

/** `hostseal audit verify`: walks the hash chain of one journal or of all, and names the first entry that does not fit. */
export const auditVerify: Run = async (context, given) =>
  withWorld(context, async (world) => {
    const [id] = given.args;
    const audited =
      id === undefined ? await auditAll(context, world) : [await audit(world, await findOrder(world, id))];
    const isIntact = audited.every(({ verdict }) => verdict.kind === "intact");
    return {
      exit: isIntact ? EXIT.done : EXIT.failed,
      lines: toAuditPage(audited, context.paint),
      json: toAuditJson(audited),
    };
  });

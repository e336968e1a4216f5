import { setTimeout as sleep } from "node:timers/promises";
import { formatMoney } from "@hostseal/core";
import { MINUTE, SECOND } from "@hostseal/rules";
import { z } from "zod";
import type { CommandContext, Report, Run } from "../../command-line/command-row.ts";
import { systemRandom } from "../../composition/system-random.ts";
import { askFirst, requireAnswers } from "../ask-first.ts";
import { flag, many, readOptions, wholeNumber } from "../read-options.ts";
import { type Asked, type AskService, openService, type Problem } from "./ask-service.ts";
import { needsSomebody, type RemoteOrder, remoteOrder, toProblemReport, toRemoteReport } from "./remote-order.ts";

const OPTIONS = {
  customer: z.string({ error: "name the customer whose order it is" }),
  contact: many,
  product: z.string().optional(),
  years: wholeNumber(1, 5).default(1),
  yes: flag,
  agree: flag,
};
type Options = z.output<z.ZodObject<typeof OPTIONS>>;

const LOOK_EVERY = SECOND;
const MOST_LOOKS = (15 * MINUTE) / LOOK_EVERY;
const KEY_BYTES = 16;

class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const freshKey = (): string => Buffer.from(systemRandom.bytes(KEY_BYTES)).toString("base64url");

const askOrder = async (ask: AskService, asked: Asked): Promise<RemoteOrder> => {
  const said = await ask(asked);
  if (said.kind === "problem") throw new Refused(said.problem);
  return remoteOrder.parse(said.value);
};

/** Asks again until the order stands still: it is done, or somebody must act. */
const follow = async ({ signal }: CommandContext, ask: AskService, first: RemoteOrder): Promise<RemoteOrder> => {
  let order = first;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    if (needsSomebody(order) || order.standing === "active" || order.state === "ended") return order;
    await sleep(LOOK_EVERY, undefined, { signal });
    order = await askOrder(ask, { method: "GET", path: `/orders/${order.id}` });
  }
  return order;
};

const draft = (ask: AskService, names: readonly string[], options: Options): Promise<RemoteOrder> => {
  const { customer, contact, product, years } = options;
  const body = { customer, names, contactEmails: contact, years, installations: "auto", ...(product && { product }) };
  return askOrder(ask, { method: "POST", path: "/orders", body, idempotencyKey: freshKey() });
};

const isAccepted = async (context: CommandContext, { names, price }: RemoteOrder, { yes, agree }: Options) => {
  const question = `Order ${names.join(", ")} for ${formatMoney(price)}? After issue there is no refund.`;
  return (
    (await askFirst(context, yes, question)) &&
    (await askFirst(context, agree, "Accept the subscriber agreement of the certificate authority?"))
  );
};

const orderThere = async (context: CommandContext, ask: AskService, given: Parameters<Run>[1]): Promise<Report> => {
  const options = readOptions(OPTIONS, given.options);
  requireAnswers(context, { "--yes": options.yes, "--agree": options.agree });
  const examined = await follow(context, ask, await draft(ask, given.args[0] as readonly string[], options));
  const isReady = examined.standing === "ready-to-order" && (await isAccepted(context, examined, options));
  if (!isReady) return toRemoteReport(examined);
  const { id, price } = examined;
  const path = `/orders/${id}/confirm`;
  const body = { price, acceptAgreement: true };
  const placed = await askOrder(ask, { method: "POST", path, body, idempotencyKey: freshKey() });
  return toRemoteReport(await follow(context, ask, placed));
};

/** `hostseal remote order`: from names to a proven certificate, by a service somewhere else. */
export const orderRemotely: Run = async (context, given) => {
  const ask = await openService(context, given.options);
  try {
    return await orderThere(context, ask, given);
  } catch (thrown) {
    if (thrown instanceof Refused) return toProblemReport(thrown.problem);
    throw thrown;
  }
};

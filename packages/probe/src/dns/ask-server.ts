import type { Random } from "@hostseal/core";
import type { Endpoint } from "../net/endpoint.ts";
import type { Gate } from "../net/gate.ts";
import { RESPONSE } from "./codes.ts";
import type { Heard } from "./exchange.ts";
import { exchangeOverTcp } from "./exchange-over-tcp.ts";
import { exchangeOverUdp } from "./exchange-over-udp.ts";
import { type Asking, toQuestionMessage } from "./question-message.ts";

/** What every question needs on its way. */
export type Line = {
  readonly gate: Gate;
  readonly random: Random;
  /** Milliseconds for each transport. */
  readonly timeout: number;
  readonly sourceAddress?: string | undefined;
};

/** Codes of a server that may understand the same question without EDNS. */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([
  RESPONSE.formatError,
  RESPONSE.notImplemented,
  RESPONSE.badVersion,
]);

const isNotUnderstood = (heard: Heard): boolean => heard.kind === "reply" && NOT_UNDERSTOOD.has(heard.reply.code);

const drawId = (random: Random): number => Buffer.from(random.bytes(2)).readUInt16BE();

const exchange = (server: Endpoint, asking: Asking, { gate, random, timeout, sourceAddress }: Line): Promise<Heard> =>
  gate(async () => {
    const sending = { server, timeout, sourceAddress, message: toQuestionMessage(asking, drawId(random)) };
    const heard = await exchangeOverUdp(sending);
    return heard.kind === "reply" && heard.reply.truncated ? exchangeOverTcp(sending) : heard;
  });

/** One question to one server: over UDP, over TCP when the answer does not fit, and once more without EDNS for old servers. */
export const askServer = async (server: Endpoint, asking: Asking, line: Line): Promise<Heard> => {
  const heard = await exchange(server, asking, line);
  return isNotUnderstood(heard) ? exchange(server, { ...asking, plain: true }, line) : heard;
};

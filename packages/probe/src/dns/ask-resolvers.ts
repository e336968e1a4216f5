import type { DnsAnswer, DnsQuestion } from "@hostseal/core";
import { type Endpoint, toEndpointText } from "../net/endpoint.ts";
import { askServer, type Line } from "./ask-server.ts";
import { RESPONSE } from "./codes.ts";
import { type Failed, failed, type Outcome } from "./outcome.ts";
import type { Asking } from "./question-message.ts";
import { readOutcome } from "./read-outcome.ts";

type FailedAt = Extract<DnsAnswer, { kind: "failed" }>;

/** What the resolvers together say, with the one that failed. */
export type Resolved = Exclude<Outcome, Failed> | FailedAt;

export type Resolution = {
  readonly question: DnsQuestion;
  /** Take an answer even if its signatures do not verify. */
  readonly unchecked: boolean;
};

const askOnce = async (server: Endpoint, asking: Asking, line: Line): Promise<Outcome> => {
  const heard = await askServer(server, asking, line);
  return heard.kind === "reply" ? readOutcome(heard.reply, asking.question) : failed(heard.because);
};

const isFailure = (outcome: Outcome, because: Failed["because"]): boolean =>
  outcome.kind === "failed" && outcome.because === because;

const answersUnchecked = async (server: Endpoint, asking: Asking, line: Line): Promise<boolean> => {
  const heard = await askServer(server, { ...asking, unchecked: true }, line);
  return heard.kind === "reply" && [RESPONSE.noError, RESPONSE.noSuchName].some((code) => code === heard.reply.code);
};

/**
 * Asks a resolver, and once again when it fails. One that fails twice, yet answers when told not to check signatures,
 * found them bogus (RFC 4035 §5.5).
 */
const askResolver = async (server: Endpoint, asking: Asking, line: Line): Promise<Outcome> => {
  const first = await askOnce(server, asking, line);
  if (first.kind !== "failed" || first.because === "bogus") return first;
  const second = await askOnce(server, asking, line);
  if (!isFailure(second, "servfail") || asking.unchecked) return second;
  return (await answersUnchecked(server, asking, line)) ? failed("bogus") : second;
};

/** A server that answered with an error says more than one that did not answer. */
const mostTelling = (failures: readonly FailedAt[]): FailedAt | undefined =>
  failures.find(({ because }) => because !== "timeout" && because !== "unreachable") ?? failures[0];

/** Asks one resolver after the other until one answers. Bogus is an answer: another resolver could only have missed it. */
export const askResolvers = async (
  resolvers: readonly Endpoint[],
  { question, unchecked }: Resolution,
  line: Line,
): Promise<Resolved> => {
  const failures: FailedAt[] = [];
  for (const server of resolvers) {
    const outcome = await askResolver(server, { question, recursion: true, unchecked }, line);
    if (outcome.kind !== "failed") return outcome;
    const failure = { ...outcome, server: toEndpointText(server) };
    if (failure.because === "bogus") return failure;
    failures.push(failure);
  }
  return mostTelling(failures) ?? { ...failed("unreachable"), server: "no resolver" };
};

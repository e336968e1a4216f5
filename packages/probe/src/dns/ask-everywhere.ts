import type { DnsAnswer, DnsQuestion, NameServerAnswer } from "@hostseal/core";
import type { AddressBook } from "../net/address-book.ts";
import { type Endpoint, toEndpointText } from "../net/endpoint.ts";
import { askServer, type Line } from "./ask-server.ts";
import { climb } from "./climb.ts";
import { RESPONSE } from "./codes.ts";
import { type Failed, failed, type Outcome } from "./outcome.ts";
import { readOutcome } from "./read-outcome.ts";
import type { Reply } from "./read-reply.ts";
import type { Resolve } from "./resolve.ts";

export type Everywhere = {
  readonly resolve: Resolve;
  readonly addressesOf: AddressBook;
  readonly line: Line;
  readonly nameServerPort: number;
};

type NameServer = { readonly server: string; readonly address: string };
type Found =
  | { readonly kind: "servers"; readonly names: readonly string[] }
  | { readonly kind: "failed"; readonly answer: Extract<DnsAnswer, { kind: "failed" }> };

/** More than any zone is served by; a zone that lists more is not worth the traffic. */
const MOST_SERVERS = 32;
/** What is broken is looked at too: servers are found even if signatures do not verify. */
const UNCHECKED = { unchecked: true };

/** The name servers of the zone that holds a name: those of the first name on the climb that has NS records of its own. */
const findServers = async (name: string, resolve: Resolve): Promise<Found> => {
  for (const zone of climb(name)) {
    const answer = await resolve({ name: zone, type: "NS" }, UNCHECKED);
    if (answer.kind === "failed") return { kind: "failed", answer };
    const own = answer.kind === "records" ? answer.records.filter((record) => record.name === zone) : [];
    if (own.length > 0) return { kind: "servers", names: own.map(({ value }) => value) };
  }
  return { kind: "servers", names: [] };
};

/** A server that does not serve the zone refuses, says nothing of it, or refers elsewhere: all three are a refusal. */
const readDirect = (reply: Reply, question: DnsQuestion): Outcome => {
  const isAnswer = reply.code === RESPONSE.noError || reply.code === RESPONSE.noSuchName;
  return isAnswer && !reply.authoritative ? failed("refused") : readOutcome(reply, question);
};

const toAnswer = (outcome: Outcome, server: Endpoint): DnsAnswer => {
  if (outcome.kind === "failed") return { ...outcome, server: toEndpointText(server) };
  return outcome.kind === "alias" ? { ...outcome, kind: "records" } : outcome;
};

const askDirectly = async (server: Endpoint, question: DnsQuestion, line: Line): Promise<DnsAnswer> => {
  const heard = await askServer(server, { question, recursion: false }, line);
  const outcome: Outcome | Failed = heard.kind === "reply" ? readDirect(heard.reply, question) : failed(heard.because);
  return toAnswer(outcome, server);
};

/**
 * Puts a question to each address of each name server of the zone. The servers do not verify signatures: nothing here is
 * `secure`. An alias that leads out of the zone is answered by its CNAME records. A server without an address appears with
 * an empty one; when the servers cannot even be found, the one entry names the resolver that failed.
 */
export const askEverywhere = async (
  question: DnsQuestion,
  { resolve, addressesOf, line, nameServerPort }: Everywhere,
): Promise<readonly NameServerAnswer[]> => {
  const found = await findServers(question.name, resolve);
  if (found.kind === "failed") return [{ server: found.answer.server, address: "", answer: found.answer }];

  const locate = async (server: string): Promise<readonly NameServer[]> => {
    const book = await addressesOf(server, UNCHECKED);
    return book.kind === "none" ? [{ server, address: "" }] : book.addresses.map((address) => ({ server, address }));
  };
  const ask = async ({ server, address }: NameServer): Promise<NameServerAnswer> => {
    const missing: DnsAnswer = { ...failed("unreachable"), server };
    const endpoint = { address, port: nameServerPort };
    return { server, address, answer: address ? await askDirectly(endpoint, question, line) : missing };
  };

  const located = await Promise.all(found.names.slice(0, MOST_SERVERS).map(locate));
  return Promise.all(located.flat().slice(0, MOST_SERVERS).map(ask));
};

import type { DnsAnswer, DnsQuestion } from "@hostseal/core";
import { type Endpoint, toEndpointText } from "../net/endpoint.ts";
import { isAskableName } from "./askable-name.ts";
import { askResolvers } from "./ask-resolvers.ts";
import type { Line } from "./ask-server.ts";

/** Finds the records of a question, wherever aliases lead. */
export type Resolve = (question: DnsQuestion, how?: { readonly unchecked: boolean }) => Promise<DnsAnswer>;

const MOST_ALIASES = 8;

const insecure = (answer: DnsAnswer): DnsAnswer =>
  answer.kind === "failed" ? answer : { ...answer, dnssec: "insecure" };

/**
 * A resolver follows aliases by itself; an authoritative server asked as one leaves that to us. The answer is secure only
 * if every step to it was. A chain that does not end, or ends at what is no name, is `malformed`.
 */
export const createResolve =
  (resolvers: readonly Endpoint[], line: Line): Resolve =>
  async (question, { unchecked } = { unchecked: false }) => {
    let name = question.name;
    let secure = true;
    for (let aliases = 0; aliases <= MOST_ALIASES && isAskableName(name); aliases += 1) {
      const resolved = await askResolvers(resolvers, { question: { ...question, name }, unchecked }, line);
      if (resolved.kind !== "alias") return secure ? resolved : insecure(resolved);
      secure &&= resolved.dnssec === "secure";
      name = resolved.target;
    }
    return { kind: "failed", because: "malformed", server: resolvers.map(toEndpointText).join(", ") };
  };

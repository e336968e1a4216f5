import type { ProbeReport, ServerReport } from "./collect-report.ts";
import type { HostRefusal } from "./host-facts.ts";
import { parseSockets } from "./listening.ts";

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);

export type ChosenServers =
  | { readonly kind: "chosen"; readonly first: ServerReport; readonly others: readonly ServerReport[] }
  | { readonly kind: "refused"; readonly because: HostRefusal };

const lineOf = ({ words }: ServerReport): string => words.get("line")?.[0] ?? "";

/** Whether visitors reach it without another server in between. */
const isInFront = ({ words }: ServerReport): boolean => parseSockets(words).own.some(({ port }) => WEB_PORTS.has(port));

/**
 * The servers that may be meant: the only one there is, or else those that listen on the ports of the web. One that
 * stands behind another, on a port of its own, is none of them.
 */
export const chooseServers = ({ servers }: ProbeReport): ChosenServers => {
  const own = servers.filter(({ words }) => !words.has("container"));
  const [only, second] = own;
  if (!only) return { kind: "refused", because: { kind: servers.length > 0 ? "in-container" : "not-running" } };
  if (!second) return { kind: "chosen", first: only, others: [] };
  const [first, ...others] = own.filter(isInFront);
  if (first) return { kind: "chosen", first, others };
  return { kind: "refused", because: { kind: "several", commandLines: own.map(lineOf) } };
};

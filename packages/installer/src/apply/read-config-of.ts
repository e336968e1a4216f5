import { type Failure, failure } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { type HostFacts, hostRefusalInWords, type HostRefusal } from "../facts/index.ts";
import { readConfig, type WebServerConfig } from "../plan/index.ts";
import type { ReportWish } from "../script/index.ts";
import type { Reached } from "./install-on-host.ts";
import { openRootShell, ROOT } from "./open-root-shell.ts";
import { runProbe } from "./run-probe.ts";

export type ConfigWish = ReportWish & {
  /** Of several servers that answer visitors, the one that serves this name is meant. */
  readonly name?: DomainName;
};

const refusalFailure = (host: string, refusal: HostRefusal): Failure => {
  const because = hostRefusalInWords(refusal);
  if (refusal.kind === "red") {
    const [line = ""] = refusal.output.split("\n");
    return failure("host.config-broken", { host, because: line }, { evidence: refusal.output });
  }
  if (refusal.kind === "not-root") return failure("host.permission-missing", { host, permission: ROOT });
  return failure(refusal.kind === "unanswered" ? "host.malformed-answer" : "host.refused", { host, because });
};

const readOrThrow = (host: string, facts: HostFacts): WebServerConfig => {
  const said = readConfig(facts);
  if (said.kind === "read") return said.config;
  throw failure("host.refused", { host, because: said.because });
};

/**
 * The configurations of the servers that answer visitors there, read by us as the servers have read them. Changes
 * nothing.
 */
export const readConfigsOf = async (
  { host, connection, random }: Reached,
  wish: ReportWish,
): Promise<readonly [WebServerConfig, ...(readonly WebServerConfig[])]> => {
  const read = await runProbe(await openRootShell(connection, host, random), wish);
  if (read.kind === "lost")
    throw failure("host.unreachable", { host, because: "the link broke while it was looked at" });
  if (read.kind === "refused") throw refusalFailure(host, read.because);
  return [readOrThrow(host, read.facts), ...read.others.map((facts) => readOrThrow(host, facts))];
};

/** How well a server serves a name: over TLS, over plain HTTP, or not. */
const rankOf = (config: WebServerConfig, name: DomainName): number => {
  const found = config.find(name);
  if (found.kind === "none") return 0;
  return found.kind === "found" && !found.speaksTls ? 1 : 2;
};

const severalFailure = (host: string, configs: readonly WebServerConfig[]): Failure => {
  const which = configs.map(({ software, facts }) => `${software} with ${facts.server.root}`).join(" and ");
  return failure("host.refused", {
    host,
    because: `both ${which} answer visitors; name the configuration that is meant`,
  });
};

/** The configuration of the server that is meant. Changes nothing. */
export const readConfigOf = async (reached: Reached, { name, ...wish }: ConfigWish): Promise<WebServerConfig> => {
  const [first, ...others] = await readConfigsOf(reached, wish);
  if (others.length === 0) return first;
  if (name === undefined) throw severalFailure(reached.host, [first, ...others]);
  const ranked = [first, ...others].map((config) => ({ config, rank: rankOf(config, name) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const meant = ranked.filter(({ rank }) => rank === best).map(({ config }) => config);
  if (meant.length === 1 || best === 0) return meant[0] ?? first;
  throw severalFailure(reached.host, meant);
};

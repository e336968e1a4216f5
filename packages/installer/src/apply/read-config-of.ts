import { type Failure, failure } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { type HostFacts, hostRefusalInWords, type HostRefusal } from "../facts/index.ts";
import { readConfig, type WebServerConfig } from "../plan/index.ts";
import type { ReportWish } from "../script/index.ts";
import { chooseConfig } from "./choose-config.ts";
import type { Reached } from "./install-on-host.ts";
import { ROOT } from "./open-root-shell.ts";
import { askForReport } from "./run-probe.ts";

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
  { host, shells }: Reached,
  wish: ReportWish,
): Promise<readonly [WebServerConfig, ...(readonly WebServerConfig[])]> => {
  const shell = await shells.take();
  const read = await askForReport(shell, wish);
  if (read.kind === "facts") shells.keep(shell);
  if (read.kind === "lost")
    throw failure("host.unreachable", { host, because: "the link broke while it was looked at" });
  if (read.kind === "refused") throw refusalFailure(host, read.because);
  return [readOrThrow(host, read.facts), ...read.others.map((facts) => readOrThrow(host, facts))];
};

/** The configuration of the server that is meant. Changes nothing. */
export const readConfigOf = async (reached: Reached, { name, ...wish }: ConfigWish): Promise<WebServerConfig> => {
  const chosen = chooseConfig(await readConfigsOf(reached, wish), name);
  if (chosen.kind === "meant") return chosen.config;
  throw failure("host.refused", { host: reached.host, because: chosen.because });
};

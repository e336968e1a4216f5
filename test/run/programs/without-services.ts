import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";

/** Debian asks this program whether a package that was just installed may start its services; 101 means no. */
const POLICY = "/usr/sbin/policy-rc.d";
const NO = "#!/bin/sh\n# Put here by the tests of Hostseal while they install packages.\nexit 101\n";

const isForeign = (): boolean => existsSync(POLICY) && readFileSync(POLICY, "utf8") !== NO;

/** Holds back what would end this program, until something is put in order. Gives what then lets it through. */
const holdSignals = (): (() => void) => {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const received = new Set<NodeJS.Signals>();
  const note = (signal: NodeJS.Signals): void => void received.add(signal);
  for (const signal of signals) process.on(signal, note);
  return () => {
    for (const signal of signals) process.off(signal, note);
    for (const signal of received) process.kill(process.pid, signal);
  };
};

/** Does something while no package may start a service. A policy of somebody else stays, and rules. */
export const withoutServices = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  if (isForeign()) return act();
  const letSignalsThrough = holdSignals();
  try {
    await writeFile(POLICY, NO, { mode: 0o755 });
    return await act();
  } finally {
    await rm(POLICY, { force: true });
    letSignalsThrough();
  }
};

import type { OptionRow } from "./command-row.ts";

/** What `hostseal install` takes for many hosts. */
export const FLEET_OPTIONS: readonly OptionRow[] = [
  ["--inventory <file>", "many hosts and what is installed on them, as YAML"],
  ["--wave <sizes>", "sizes of successive waves, such as 1,5,25%; the last wave is the rest"],
  ["--parallel <number>", "hosts at work at once (default: 20)"],
  ["--per-gateway <number>", "of those, through one jump host (default: 5)"],
  ["--max-failures <share>", "begin nothing new when more hosts have failed: 2, or 10% (default: 0)"],
  ["--per-hour <number>", "begin no more changes than these within any hour"],
  ["--restart", "forget where an interrupted run of the same work has come to"],
];

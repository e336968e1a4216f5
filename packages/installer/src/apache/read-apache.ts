import { toReadable } from "../bytes/index.ts";
import { parseIncludeDump } from "./dump/include-dump.ts";
import { parseVhostDump } from "./dump/vhost-dump.ts";
import type { AddressSet } from "./match/address-set.ts";
import { compareWithServer } from "./match/compare-with-server.ts";
import type { ApacheSource } from "./tree/config-source.ts";
import { walkConfig } from "./tree/walk-config.ts";
import type { WalkProblem } from "./tree/walk-problem.ts";
import type { ServerView } from "./vhosts/virtual-host.ts";
import { virtualHosts } from "./vhosts/virtual-hosts.ts";

/** A configuration that we read as the server does. */
export type ApacheReading = {
  readonly source: ApacheSource;
  readonly view: ServerView;
  readonly sets: readonly AddressSet[];
};

export type ReadApache =
  | ({ readonly kind: "read" } & ApacheReading)
  | {
      readonly kind: "refused";
      readonly reason: "unfollowed";
      readonly problem: WalkProblem;
      readonly sentence: string;
    }
  /** The server's own dump says otherwise, so nothing may be changed. */
  | { readonly kind: "refused"; readonly reason: "server-disagrees"; readonly sentence: string };

/**
 * Reads a configuration and holds it against what the server prints for `-t -D DUMP_VHOSTS -D DUMP_INCLUDES`.
 */
export const readApache = (source: ApacheSource, dump: string): ReadApache => {
  const walked = walkConfig(source);
  if (walked.kind === "unfollowed") {
    const { problem } = walked;
    return { kind: "refused", reason: "unfollowed", problem, sentence: problem.sentence };
  }
  const view = virtualHosts(walked);
  const compared = compareWithServer({
    hosts: view.hosts,
    included: walked.included,
    dumpedSets: parseVhostDump(dump),
    dumpedIncludes: parseIncludeDump(dump),
  });
  if (compared.kind === "agreed") return { kind: "read", source, view, sets: compared.sets };
  const sentence = `the configuration reads differently to us than to the server: ${toReadable(compared.sentence)}`;
  return { kind: "refused", reason: "server-disagrees", sentence };
};

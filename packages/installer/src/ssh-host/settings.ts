import type { Clock, HostId, Random } from "@hostseal/core";
import type { Look } from "../prove/index.ts";
import type { SshTarget, Transport } from "../transport/index.ts";

export type SshHostSettings = {
  readonly id: HostId;
  readonly target: SshTarget;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Which of several web servers is meant: the main file of its configuration. */
  readonly config?: string;
  /** The folder on the host for journals and keys; `/var/lib/hostseal` when not given. */
  readonly state?: string;
  /** Where the sites answer when the configuration says no address; the address that is logged in to when not given. */
  readonly addresses?: readonly string[];
  /** Trust anchors that every chain has to reach; whoever issued is believed when not given. */
  readonly roots?: readonly string[];
  /** Seconds that the host waits for the word before it puts everything back; 600 when not given. */
  readonly patience?: number;
  /** Whether plain HTTP is sent to HTTPS by an installation, and whether browsers are told to stay there; no when not given. */
  readonly redirect?: boolean;
  readonly hsts?: boolean;
  /** How sites are looked at from outside; over the network when not given. */
  readonly look?: Look;
};

export const STATE = "/var/lib/hostseal";
export const PATIENCE = 600;

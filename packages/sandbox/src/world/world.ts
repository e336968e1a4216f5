import type { Endpoint } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { PostOffice } from "./mailbox/post-office.ts";
import type { OutsideView } from "./outside-view.ts";
import type { AccountName } from "./populate/cast.ts";
import type { Panel } from "./panel/panel.ts";
import type { Resident } from "./populate/populate.ts";
import type { WorldControls } from "./world-controls.ts";

/** A hosting company with its customers, on loopback, in this process. */
export type World = AsyncDisposable & {
  /** Name server of every zone, and the resolver that answers for all of them. */
  readonly dns: Endpoint;
  /** Where the sites answer; outside this world that would be ports 80 and 443 of their addresses. */
  readonly http: Endpoint;
  readonly https: Endpoint;
  /** For a probe that looks at this world, from here and from six perspectives. */
  readonly outside: OutsideView;
  /** PEM of the root behind what the sites show at the start: of an authority that is not used any more. */
  readonly formerRoot: string;
  readonly panel: {
    /** Base of the panel's API. */
    readonly url: string;
    /** What each customer's API credential is. */
    readonly credentials: Readonly<Record<AccountName, Secret>>;
  };
  /** What any panel over this world rules over. */
  readonly ground: Panel;
  readonly mailbox: PostOffice;
  /** The mailboxes as web pages. */
  readonly mailUrl: string;
  /** Everybody who has a site here, and what is the matter with it. */
  readonly residents: readonly Resident[];
  readonly controls: WorldControls;
  /** Closes every socket; again does nothing. */
  close(): Promise<void>;
};

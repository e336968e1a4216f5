import type { DomainName } from "@hostseal/rules";

/** One virtual host. */
export type Webspace = {
  readonly id: string;
  /** First the main name, then the aliases, which may be wildcards. */
  readonly names: readonly DomainName[];
  /** The folder its files are served from. */
  readonly home: string;
  readonly habits: SiteHabits;
};

/** What stands between a request and the file. */
export type SiteHabits = {
  /** Plain HTTP is sent to HTTPS, including what a CA wants to fetch. */
  readonly redirectsToHttps?: true;
  /** How `/.well-known/` answers: an application's own 404, or a page that refreshes itself to elsewhere. */
  readonly wellKnown?: "not-found" | "meta-refresh";
  /** Connections are dropped. */
  readonly isDown?: true;
};

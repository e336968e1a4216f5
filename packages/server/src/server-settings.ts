import type { CustomerId, HostId, PartnerId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { PanelServer } from "@hostseal/sign-on";
import type { Theme } from "./themes.ts";

/** A panel server that sends its customers here. */
export type ConnectedPanel = PanelServer & {
  readonly theme: Theme;
  /** Which customer an account of that server is; nothing for one that may not come in. */
  customerOf(account: string): CustomerId | undefined;
  /** Under which id the sites of an account lie. */
  hostOf(account: string): HostId;
};

/** Under whose name all of this appears; nothing in any page tells who supplies it. */
export type Brand = {
  readonly name: string;
  readonly supportEmail: string;
  /** From whom mails come. */
  readonly sender?: string;
  /** `#rrggbb`: buttons and links, and what is written on them. Both, or none. */
  readonly accent?: string;
  readonly onAccent?: string;
  /** Digest of a logo that was uploaded. */
  readonly logo?: string;
};

export type ServerSettings = {
  /** Where browsers reach the app, `https://ssl.partner.example`, without final slash. */
  readonly origin: string;
  readonly partner: PartnerId;
  readonly brand: Brand;
  /** What is added to purchase prices before customers see them, in hundredths of a per cent, by product. */
  readonly markups?: Readonly<Record<string, number>>;
  /** Who hears of an order unless its customer names somebody else. */
  readonly contactEmail: string;
  /** Whether webhooks may go to networks that only this machine is in, and without TLS; no, unless it is said. */
  readonly allowsPrivateWebhooks?: boolean;
  /** By the id under which they sign. */
  readonly panels: ReadonlyMap<string, ConnectedPanel>;
  /** Signs links that are shared; with another key they are over. */
  readonly linkKey: Secret;
};

import type { NginxServer } from "../servers/nginx-server.ts";
import type { AddressSet } from "./address-set.ts";
import type { Entry } from "./name-index.ts";

export type ServerQuery = {
  /** A host name without its final dot, in any case. */
  readonly name: string;
  readonly port: number;
  /** An address of the machine that clients connect to; without one, all that can be reached from outside. */
  readonly address?: string;
  readonly tls: boolean;
};

/** By what a server was chosen: one of its names, or because no name fits. */
export type Reason =
  | { readonly kind: "name"; readonly entry: Entry }
  | { readonly kind: "default"; readonly isMarked: boolean };

/** Where and why a server answers. */
export type Choice = { readonly set: AddressSet; readonly server: NginxServer; readonly reason: Reason };

export type MatchRefusal =
  | { readonly kind: "name-contested"; readonly set: AddressSet; readonly choice: Choice; readonly other: Entry }
  | { readonly kind: "regex-unclear"; readonly set: AddressSet; readonly entry: Entry }
  | { readonly kind: "hostname-unknown"; readonly set: AddressSet; readonly entry: Entry }
  | { readonly kind: "differs-by-address"; readonly choices: readonly [Choice, Choice] }
  /** TLS is spoken there only because another server says so. */
  | { readonly kind: "listens-without-ssl"; readonly choice: Choice }
  /** `ssl on`, which makes TLS out of every listener of a server, and is an error since nginx 1.25.1. */
  | { readonly kind: "ssl-on"; readonly server: NginxServer };

export type ServerAnswer =
  | {
      readonly kind: "served";
      readonly server: NginxServer;
      readonly reason: Reason;
      /** Each address set that was asked and agrees. */
      readonly choices: readonly Choice[];
    }
  /** Nothing listens there, or only for the other of plain HTTP and TLS. */
  | { readonly kind: "not-served"; readonly query: ServerQuery; readonly listensOtherwise: boolean }
  | { readonly kind: "refused"; readonly because: MatchRefusal };

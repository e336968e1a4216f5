import { toReadable } from "../../bytes/byte-text.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import type { Placed } from "../tree/nginx-tree.ts";

/** Why a server that speaks only plain HTTP cannot be given a TLS listener. */
export type ListenerRefusal =
  | { readonly kind: "no-tls-module" }
  | { readonly kind: "no-public-port"; readonly server: NginxServer; readonly ports: readonly number[] }
  | { readonly kind: "listens-by-host-name"; readonly server: NginxServer; readonly host: string }
  | { readonly kind: "behind-proxy-protocol"; readonly server: NginxServer; readonly address: string }
  | { readonly kind: "port-taken-by-stream"; readonly address: string; readonly placed: Placed }
  /** A running nginx cannot open all addresses of a port of which it holds single ones. */
  | { readonly kind: "needs-restart"; readonly server: NginxServer }
  /** Others speak plain HTTP on the port; TLS for one would be TLS for all. */
  | { readonly kind: "plain-on-tls-port"; readonly address: string; readonly server: NginxServer }
  /** Who answers when no name fits is nowhere said, and the place where it could be said is shared. */
  | { readonly kind: "default-would-change"; readonly address: string; readonly server: NginxServer };

const KINDS: Readonly<Record<ListenerRefusal["kind"], true>> = {
  "no-tls-module": true,
  "no-public-port": true,
  "listens-by-host-name": true,
  "behind-proxy-protocol": true,
  "port-taken-by-stream": true,
  "needs-restart": true,
  "plain-on-tls-port": true,
  "default-would-change": true,
};

export const isListenerRefusal = (refusal: { readonly kind: string }): refusal is ListenerRefusal =>
  Object.hasOwn(KINDS, refusal.kind);

const at = ({ placed }: NginxServer): string => `the server at ${placeInWords(placed)}`;

/** The refusal as a sentence without its full stop. */
export const listenerRefusalInWords = (refusal: ListenerRefusal): string => {
  switch (refusal.kind) {
    case "no-tls-module":
      return "this nginx was built without TLS; install one that has it";
    case "no-public-port":
      return `${at(refusal.server)} listens on ${refusal.ports.join(", ") || "no port"}, not on 80 or for TLS, so something in front of it answers the public; install the certificate there`;
    case "listens-by-host-name":
      return `${at(refusal.server)} listens on "${toReadable(refusal.host)}", a name that only the host can look up; write its address`;
    case "behind-proxy-protocol":
      return `${at(refusal.server)} listens on ${refusal.address} for the PROXY protocol, so a load balancer stands before it; install the certificate there, or add the TLS listener by hand`;
    case "port-taken-by-stream":
      return `${refusal.address} is taken by stream at ${placeInWords(refusal.placed)}; let stream pass the name on to a listener of http, and install the certificate there`;
    case "needs-restart":
      return `${at(refusal.server)} would have to listen on port 443 of all addresses, which nginx cannot open by a reload while it holds single ones; add the listener by hand and restart`;
    case "plain-on-tls-port":
      return `${at(refusal.server)} speaks plain HTTP on ${refusal.address}, and TLS for one server there is TLS for all; move it to another port`;
    case "default-would-change":
      return `${at(refusal.server)} is the default on ${refusal.address} only because it comes first; add "default_server" to its listen`;
  }
};

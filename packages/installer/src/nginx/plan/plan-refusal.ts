import { toReadable } from "../../bytes/byte-text.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import type { Placed } from "../tree/nginx-tree.ts";

/** Why we do not touch a server, or cannot say what would come of it. */
export type PlanRefusal =
  | { readonly kind: "panel-managed"; readonly path: string; readonly panel: string }
  /** Certificates come from variables, a hardware engine or code, so no file name in the configuration says which. */
  | { readonly kind: "dynamic-certificate"; readonly placed: Placed; readonly value: string }
  /** `ssl_reject_handshake on`: no certificate is ever shown. */
  | { readonly kind: "rejects-handshake"; readonly placed: Placed }
  /** The certificate is said in the server and its key around it, or the other way round. */
  | { readonly kind: "pair-apart"; readonly server: NginxServer }
  | { readonly kind: "key-types-unknown"; readonly server: NginxServer; readonly paths: readonly string[] }
  | { readonly kind: "no-tls-module" }
  | { readonly kind: "no-public-port"; readonly server: NginxServer; readonly ports: readonly number[] }
  | { readonly kind: "listens-by-host-name"; readonly server: NginxServer; readonly host: string }
  | { readonly kind: "behind-proxy-protocol"; readonly server: NginxServer; readonly address: string }
  | { readonly kind: "port-taken-by-stream"; readonly address: string; readonly placed: Placed }
  /** Others speak plain HTTP on the port; TLS for one would be TLS for all. */
  | { readonly kind: "plain-on-tls-port"; readonly address: string; readonly server: NginxServer }
  /** Who answers when no name fits is nowhere said, and the place where it could be said is shared. */
  | { readonly kind: "default-would-change"; readonly address: string; readonly server: NginxServer }
  | { readonly kind: "location-exists"; readonly placed: Placed; readonly path: string }
  /** Reading the planned configuration again shows that it would do more, or less, than it should. */
  | { readonly kind: "side-effect"; readonly because: string };

const at = ({ placed }: NginxServer): string => `the server at ${placeInWords(placed)}`;

/** The refusal as a sentence without its full stop. */
export const planRefusalInWords = (refusal: PlanRefusal): string => {
  switch (refusal.kind) {
    case "panel-managed":
      return `${toReadable(refusal.path)} is written by ${refusal.panel}, which would undo any change; install the certificate through it`;
    case "dynamic-certificate":
      return `${placeInWords(refusal.placed)} takes its certificate from "${toReadable(refusal.value)}", not from one file; put the certificate where that leads`;
    case "rejects-handshake":
      return `${placeInWords(refusal.placed)} refuses every TLS handshake of this server; remove it first`;
    case "pair-apart":
      return `${at(refusal.server)} has its certificate and its key from different levels; write both into the server`;
    case "key-types-unknown":
      return `${at(refusal.server)} has several certificates, and which of ${refusal.paths.map(toReadable).join(", ")} is of the same key type as the new one is not known`;
    case "no-tls-module":
      return "this nginx was built without TLS; install one that has it";
    case "no-public-port":
      return `${at(refusal.server)} listens on ${refusal.ports.join(", ") || "no port"}, not on 80 or for TLS, so something in front of it answers the public; install the certificate there`;
    case "listens-by-host-name":
      return `${at(refusal.server)} listens on "${toReadable(refusal.host)}", a name that only the host can look up; write its address`;
    case "behind-proxy-protocol":
      return `${at(refusal.server)} listens on ${refusal.address} for the PROXY protocol, so a load balancer stands before it; install the certificate there, or add the TLS listener by hand`;
    case "port-taken-by-stream":
      return `${refusal.address} is taken by stream at ${placeInWords(refusal.placed)}`;
    case "plain-on-tls-port":
      return `${at(refusal.server)} speaks plain HTTP on ${refusal.address}; TLS for one server there is TLS for all`;
    case "default-would-change":
      return `${at(refusal.server)} is the default on ${refusal.address} only because it comes first; add "default_server" to its listen`;
    case "location-exists":
      return `${placeInWords(refusal.placed)} answers for ${refusal.path} already; put the file where that leads`;
    case "side-effect":
      return `the change would do something else as well: ${refusal.because}`;
  }
};

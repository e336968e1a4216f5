import { toReadable } from "../../bytes/byte-text.ts";
import { isListenerRefusal, type ListenerRefusal, listenerRefusalInWords } from "./listener-refusal.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import type { Placed } from "../tree/nginx-tree.ts";

/** Why we do not touch a server, or cannot say what would come of it. */
export type PlanRefusal =
  | ListenerRefusal
  | { readonly kind: "panel-managed"; readonly path: string; readonly panel: string }
  /** Certificates come from variables, a hardware engine or code, so no file name in the configuration says which. */
  | { readonly kind: "dynamic-certificate"; readonly placed: Placed; readonly value: string }
  /** `ssl_reject_handshake on`: no certificate is ever shown. */
  | { readonly kind: "rejects-handshake"; readonly placed: Placed }
  /** The certificate is said in the server and its key around it, or the other way round. */
  | { readonly kind: "pair-apart"; readonly server: NginxServer }
  | { readonly kind: "key-types-unknown"; readonly server: NginxServer; readonly paths: readonly string[] }
  | { readonly kind: "location-exists"; readonly placed: Placed; readonly path: string }
  /** Reading the planned configuration again shows that it would do more, or less, than it should. */
  | { readonly kind: "side-effect"; readonly because: string };

const at = ({ placed }: NginxServer): string => `the server at ${placeInWords(placed)}`;

/** The refusal as a sentence without its full stop. */
export const planRefusalInWords = (refusal: PlanRefusal): string => {
  if (isListenerRefusal(refusal)) return listenerRefusalInWords(refusal);
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
    case "location-exists":
      return `${placeInWords(refusal.placed)} answers for ${refusal.path} already; put the file where that leads`;
    case "side-effect":
      return `the change would do something else as well: ${refusal.because}`;
  }
};

import { addressInWords } from "../match/address-set.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import type { Placed } from "../tree/nginx-tree.ts";

/** What somebody who looks at the plan should know, though it stops nothing. */
export type PlanNote =
  | { readonly kind: "tool-managed"; readonly placed: Placed; readonly tool: string }
  | { readonly kind: "certbot-managed"; readonly placed: Placed }
  /** The names of all others on this address, too, get this server over TLS from now on, where nothing answered before. */
  | { readonly kind: "first-on-address"; readonly address: string; readonly port: number }
  /** The first server of an address is the default one; it was marked, because ours comes before it now. */
  | { readonly kind: "default-marked"; readonly placed: Placed }
  /** Names of the server that are not in the certificate, as far as they can be compared. */
  | { readonly kind: "names-not-covered"; readonly names: readonly string[] }
  /** Clients that name nobody, or somebody unknown, are shown the new certificate there. */
  | { readonly kind: "is-default"; readonly address: string; readonly port: number }
  | { readonly kind: "http2-left-out"; readonly address: string; readonly port: number }
  /** Locations with headers of their own inherit none. */
  | { readonly kind: "hsts-not-everywhere"; readonly placed: Placed }
  | { readonly kind: "redirect-exists"; readonly placed: Placed }
  | { readonly kind: "no-plain-server"; readonly name: string }
  | { readonly kind: "snippet-overridden"; readonly placed: Placed }
  | { readonly kind: "snippet-split"; readonly placed: Placed };

/** The note as a sentence without its full stop. */
export const planNoteInWords = (note: PlanNote): string => {
  switch (note.kind) {
    case "tool-managed":
      return `${placeInWords(note.placed)} is written by ${note.tool}: tell it too, or its next run undoes the change`;
    case "certbot-managed":
      return `${placeInWords(note.placed)} was written by certbot, which goes on renewing a certificate that is no longer used`;
    case "first-on-address":
      return `nothing served TLS on ${addressInWords(note)} before: this server is now the default there`;
    case "default-marked":
      return `${placeInWords(note.placed)} gets the mark "default_server", so that it stays what it was by being first`;
    case "names-not-covered":
      return `the certificate does not hold ${note.names.join(", ")}, for which this server answers too`;
    case "is-default":
      return `this server is the default on ${addressInWords(note)}: clients that name nobody are shown the new certificate too`;
    case "http2-left-out":
      return `HTTP/2 is left out: before nginx 1.25.1 it would be switched on for all servers on ${addressInWords(note)}`;
    case "hsts-not-everywhere":
      return `${placeInWords(note.placed)} sets headers of its own, so HSTS is not sent there`;
    case "redirect-exists":
      return `${placeInWords(note.placed)} redirects already`;
    case "no-plain-server":
      return `no server answers for ${note.name} on port 80, so there is nothing to redirect`;
    case "snippet-overridden":
      return `${placeInWords(note.placed)} is shared with other names: it stays, and the server overrides it`;
    case "snippet-split":
      return `${placeInWords(note.placed)} is shared with other names: the server gets a copy of what it includes`;
  }
};

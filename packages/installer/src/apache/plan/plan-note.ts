import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { hostInWords, placeInWords } from "./host-in-words.ts";

/** What somebody who looks at the plan should know, though it stops nothing. */
export type PlanNote =
  /** The only host on the address, without a name of its own: it answers for any name. */
  | { readonly kind: "serves-any-name"; readonly host: VirtualHost }
  /** All other names on this address, too, get this host over TLS from now on, where no virtual host answered before. */
  | { readonly kind: "first-on-address"; readonly address: string }
  | { readonly kind: "shared-overridden"; readonly active: Active }
  | { readonly kind: "left-out"; readonly active: Active }
  | { readonly kind: "hsts-exists"; readonly active: Active }
  | { readonly kind: "redirect-exists"; readonly active: Active }
  | { readonly kind: "no-plain-host"; readonly name: string }
  | { readonly kind: "listens-anew"; readonly address: string };

/** The note as a sentence without its full stop. */
export const planNoteInWords = (note: PlanNote): string => {
  switch (note.kind) {
    case "serves-any-name":
      return `${hostInWords(note.host)} has no ServerName and is alone on its address, so it answers for any name`;
    case "first-on-address":
      return `no virtual host served TLS on ${note.address} before: this one is now the default there`;
    case "shared-overridden":
      return `${placeInWords(note.active)} holds for other hosts too: it stays, and this host overrides it`;
    case "left-out":
      return `${placeInWords(note.active)} is not taken over into the new virtual host`;
    case "hsts-exists":
      return `${placeInWords(note.active)} sets HSTS already`;
    case "redirect-exists":
      return `${placeInWords(note.active)} redirects already`;
    case "no-plain-host":
      return `no virtual host answers for ${note.name} on port 80, so there is nothing to redirect`;
    case "listens-anew":
      return `the server will listen on ${note.address} from now on`;
  }
};

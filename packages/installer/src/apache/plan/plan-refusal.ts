import { toReadable } from "../../bytes/index.ts";
import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { hostInWords, placeInWords } from "./host-in-words.ts";

/** Why we do not touch a virtual host, or cannot say what would come of it. */
export type PlanRefusal =
  | { readonly kind: "panel-managed"; readonly host: VirtualHost; readonly panel: string }
  | { readonly kind: "made-by-macro"; readonly host: VirtualHost; readonly macro: string }
  /** Two hosts on one address say the name; the server asks only the first. */
  | { readonly kind: "name-twice"; readonly name: string; readonly host: VirtualHost; readonly other: VirtualHost }
  /** Nobody says the name; a default answers for it, whoever that is. */
  | { readonly kind: "name-unknown"; readonly name: string; readonly because: string }
  /** The port of TLS is answered without TLS. */
  | { readonly kind: "plain-on-tls-port"; readonly host: VirtualHost }
  | { readonly kind: "dynamic-certificate"; readonly active: Active; readonly value: string }
  /** Whether the directive counts depends on something that we cannot see. */
  | { readonly kind: "unsure-condition"; readonly active: Active }
  | { readonly kind: "pair-apart"; readonly host: VirtualHost }
  | { readonly kind: "key-types-unknown"; readonly host: VirtualHost; readonly paths: readonly string[] }
  | { readonly kind: "managed-by-mod-md"; readonly active: Active }
  /** What an included file says cannot stand in two virtual hosts. */
  | { readonly kind: "unsafe-include"; readonly active: Active }
  | { readonly kind: "only-redirects"; readonly host: VirtualHost }
  /** A host for every port, or the main server, answers there now. */
  | { readonly kind: "port-taken"; readonly address: string; readonly because: string }
  | { readonly kind: "no-place"; readonly host: VirtualHost }
  /** Reading the planned configuration again shows that it would do more, or less, than it should. */
  | { readonly kind: "side-effect"; readonly because: string };

/** The refusal as a sentence without its full stop. */
export const planRefusalInWords = (refusal: PlanRefusal): string => {
  switch (refusal.kind) {
    case "panel-managed":
      return `${hostInWords(refusal.host)} is written by ${refusal.panel}, which would undo any change; install the certificate through it`;
    case "made-by-macro":
      return `${hostInWords(refusal.host)} is made by the macro ${toReadable(refusal.macro)}, which makes others too; write it as a <VirtualHost> of its own`;
    case "name-twice":
      return `${refusal.name} is named by ${hostInWords(refusal.host)} and by ${hostInWords(refusal.other)}, and only the first is ever asked; take the name out of one`;
    case "name-unknown":
      return `no virtual host has ${toReadable(refusal.name)} as ServerName or ServerAlias: ${toReadable(refusal.because)}`;
    case "plain-on-tls-port":
      return `${hostInWords(refusal.host)} answers on the port of HTTPS without TLS; set "SSLEngine on" there or give it another port`;
    case "dynamic-certificate":
      return `${placeInWords(refusal.active)} takes its file from a variable ("${toReadable(refusal.value)}" now); write the path itself`;
    case "unsure-condition":
      return `${placeInWords(refusal.active)} stands under a condition that cannot be decided from here; take it out of there`;
    case "pair-apart":
      return `${hostInWords(refusal.host)} has several certificates, and not a key for each; write a SSLCertificateKeyFile for every SSLCertificateFile`;
    case "key-types-unknown":
      return `${hostInWords(refusal.host)} has several certificates, and which of ${refusal.paths.map(toReadable).join(", ")} is of the same key type as the new one is not known`;
    case "managed-by-mod-md":
      return `${placeInWords(refusal.active)} lets mod_md get the certificate for this name; take the name out there first`;
    case "unsafe-include":
      return `${placeInWords(refusal.active)} is included into the site and cannot stand in two virtual hosts; move it out of them`;
    case "only-redirects":
      return `${hostInWords(refusal.host)} does nothing but redirect to HTTPS, so there is no site to serve there`;
    case "port-taken":
      return `${refusal.address} is answered already: ${toReadable(refusal.because)}`;
    case "no-place":
      return `a new virtual host has to come behind ${hostInWords(refusal.host)}, which is in no file that we may change`;
    case "side-effect":
      return `the change would do something else as well: ${toReadable(refusal.because)}`;
  }
};

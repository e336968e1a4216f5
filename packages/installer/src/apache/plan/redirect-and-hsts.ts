import type { VirtualHost } from "../vhosts/virtual-host.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import type { Part } from "./change-pair.ts";
import { originRefusal, plainHost } from "./find-targets.ts";
import { insertLast } from "./insert-lines.ts";
import { MOZILLA_INTERMEDIATE } from "./mozilla-intermediate.ts";
import type { PlanNote } from "./plan-note.ts";
import { redirectsToHttps } from "./safe-body.ts";
import type { TreeEdit } from "./tree-edit.ts";

const HSTS_LINE = `Header always set Strict-Transport-Security "max-age=${MOZILLA_INTERMEDIATE.hstsSeconds}"`;

/** The line that has browsers use nothing but HTTPS for two years. */
export const hstsLines = (wish: CertificateWish): readonly string[] => (wish.hsts === true ? [HSTS_LINE] : []);

export type Extra = { readonly edits: readonly TreeEdit[]; readonly notes: readonly PlanNote[] };

/** HSTS for a host that serves TLS already, if it is wanted and not there. */
export const addHsts = (wish: CertificateWish, host: VirtualHost): Extra => {
  const active = host.actives.find(
    ({ directive, args }) =>
      directive.name === "header" && args.some(({ text }) => text.toLowerCase() === "strict-transport-security"),
  );
  if (active && wish.hsts === true) return { edits: [], notes: [{ kind: "hsts-exists", active }] };
  return { edits: wish.hsts === true ? [insertLast(host, hstsLines(wish))] : [], notes: [] };
};

/** Everything but the files of validations, which authorities fetch over plain HTTP. */
const REDIRECT_LINES = [
  String.raw`<LocationMatch "^/(?!\.well-known/(?:pki-validation|acme-challenge)/)">`,
  '    Redirect permanent "https://%{SERVER_NAME}%{REQUEST_URI}"',
  "</LocationMatch>",
];

const redirectIn = (host: VirtualHost): Part => {
  const active = host.actives.find((one) => redirectsToHttps(one, host));
  if (active) return { kind: "edits", edits: [], notes: [{ kind: "redirect-exists", active }] };
  const refusal = originRefusal(host);
  if (refusal) return { kind: "refused", refusal };
  return { kind: "edits", edits: [insertLast(host, REDIRECT_LINES)], notes: [] };
};

/** The redirect of plain HTTP to HTTPS, in every host that answers for the name on port 80, if it is wanted. */
export const addRedirect = (wish: CertificateWish): readonly Part[] => {
  if (wish.redirect !== true) return [];
  const hosts = new Set(wish.addresses.flatMap((address) => plainHost(wish, address) ?? []));
  if (hosts.size === 0) return [{ kind: "edits", edits: [], notes: [{ kind: "no-plain-host", name: wish.name }] }];
  return [...hosts].map(redirectIn);
};

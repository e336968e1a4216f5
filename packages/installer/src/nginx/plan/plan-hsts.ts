import { toText } from "../../bytes/byte-text.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { childrenOf } from "../tree/expand.ts";
import type { NginxTree, Placed } from "../tree/nginx-tree.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { insertLines } from "./insert-lines.ts";
import { lastOwn } from "./own-block.ts";
import { type Part, part } from "./part.ts";
import { MOZILLA_INTERMEDIATE } from "./tls-settings.ts";

const HEADER = "Strict-Transport-Security";
const VALUE = `max-age=${MOZILLA_INTERMEDIATE.hstsMaxAge}`;

const isHsts = ({ directive }: Placed): boolean => directive.args[0]?.text.toLowerCase() === HEADER.toLowerCase();

const headersOf = ({ levels }: NginxServer) => ({
  own: levels.server.get("add_header") ?? [],
  inherited: levels.http.get("add_header") ?? [],
});

const sourceOf = ({ file, directive: { span } }: Placed): string => toText(file.bytes.subarray(span.start, span.end));

/** RFC 6797 §7.2: the header is not sent over plain HTTP; nginx sends no header that is empty. */
const headerLines = ({ listens }: NginxServer): readonly string[] =>
  listens.every(({ isSsl, isQuic }) => isSsl || isQuic)
    ? [`add_header ${HEADER} ${VALUE} always;`]
    : [
        'set $hostseal_hsts "";',
        "if ($scheme = https) {",
        `    set $hostseal_hsts ${VALUE};`,
        "}",
        `add_header ${HEADER} $hostseal_hsts always;`,
      ];

/** The nearest places in the server where headers are set anew, so that none is inherited. */
const placesWithHeaders = (tree: NginxTree, server: NginxServer): readonly Placed[] =>
  [...childrenOf(tree, server.placed)]
    .filter(({ directive }) => directive.name.text === "location")
    .filter((location) =>
      [...childrenOf(tree, location)].some(({ directive }) => directive.name.text === "add_header"),
    );

/** A server with a header of its own inherits none, so those of `http` are repeated. */
export const planHsts = ({ tree, target }: CertificateWish): Part => {
  const { own, inherited } = headersOf(target);
  if ((own.length > 0 ? own : inherited).some(isHsts)) return part([]);
  const repeated = own.length > 0 ? [] : inherited.map(sourceOf);
  const behind = lastOwn(target, "add_header", "server_name", "listen");
  return part(
    [insertLines(target, behind, [...repeated, ...headerLines(target)])],
    placesWithHeaders(tree, target).map((placed) => ({ kind: "hsts-not-everywhere", placed })),
  );
};

import { toText } from "../../bytes/byte-text.ts";
import { hasModule, isAtLeast, type NginxBuild } from "../dump/nginx-build.ts";
import { type AddressSet, addressInWords, addressSets } from "../match/address-set.ts";
import { effective } from "../servers/effective-settings.ts";
import { coversPort, isWildcard, type Listen } from "../servers/listen.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { streamListens } from "../servers/read-servers.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { insertLines } from "./insert-lines.ts";
import { lastOwn } from "./own-block.ts";
import { keepDefault } from "./keep-default.ts";
import { type Part, part, refused, together } from "./part.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import { HTTP_PORT, plainListens, TLS_PORT, type TlsAddress, tlsAddresses } from "./tls-addresses.ts";
import { tlsSettingLines } from "./tls-settings.ts";

/** `http2 on;` exists, and `listen … http2` is deprecated. */
const HTTP2_DIRECTIVE_SINCE = [1, 25, 1];

type Opening = { readonly wish: CertificateWish; readonly address: TlsAddress; readonly set: AddressSet | undefined };

const hasHttp2Directive = ({ version }: NginxBuild): boolean => isAtLeast(version, HTTP2_DIRECTIVE_SINCE);

const wantsHttp2 = ({ build, http2 }: CertificateWish): boolean => http2 === true && hasModule(build, "http_v2_module");

const at = ({ address }: TlsAddress): string => addressInWords({ address, port: TLS_PORT });

/** Two sockets on one port are in each other's way when they have the same address, or one has all addresses. */
const streamOn = ({ tree }: CertificateWish, { address, beside }: TlsAddress): Listen | undefined =>
  streamListens(tree)
    .filter((listen) => coversPort(listen, TLS_PORT) && !listen.isQuic)
    .find((listen) => {
      const isAny = isWildcard(listen) || isWildcard({ ...listen, address });
      return listen.address === address || (listen.family === beside.family && isAny);
    });

const obstacle = ({ wish, address, set }: Opening): PlanRefusal | undefined => {
  const { beside } = address;
  if (beside.family === "host") return { kind: "listens-by-host-name", server: wish.target, host: beside.address };
  if (beside.hasProxyProtocol && set?.hasProxyProtocol !== true)
    return {
      kind: "behind-proxy-protocol",
      server: wish.target,
      address: addressInWords({ ...beside, port: HTTP_PORT }),
    };
  const stream = streamOn(wish, address);
  if (stream?.placed) return { kind: "port-taken-by-stream", address: at(address), placed: stream.placed };
  const plain = set?.isSsl === false ? set.members[0].server : undefined;
  return plain && { kind: "plain-on-tls-port", address: at(address), server: plain };
};

/** HTTP/2 as a parameter would hold for all servers of the address. */
const listenParameters = ({ wish, set }: Opening): string =>
  wantsHttp2(wish) && !hasHttp2Directive(wish.build) && !set ? "ssl http2" : "ssl";

/** The blanks between the word `listen` and its argument, as the neighbour has them. */
const gapOf = ({ placed }: Listen): string => {
  const argument = placed?.directive.args[0];
  return placed && argument ? toText(placed.file.bytes.subarray(placed.directive.name.end, argument.start)) : " ";
};

/** `443` beside `80`, `*:443` beside `*:80`: an address is written only where the neighbour writes one. */
const listenArgument = ({ address, beside }: TlsAddress): string => {
  const written = beside.placed?.directive.args[0]?.text ?? "";
  return address === "*" && !/[*.]/.test(written) ? `${TLS_PORT}` : `${address}:${TLS_PORT}`;
};

const listenLine = (opening: Opening): string =>
  `listen${gapOf(opening.address.beside)}${listenArgument(opening.address)} ${listenParameters(opening)};`;

const notesOn = ({ wish, address, set }: Opening): readonly PlanNote[] => {
  const where = { address: address.address, port: TLS_PORT };
  if (!set) return [{ kind: "first-on-address", ...where }];
  const isLeftOut =
    wantsHttp2(wish) && !hasHttp2Directive(wish.build) && !set.members.some(({ listen }) => listen.isHttp2);
  return isLeftOut ? [{ kind: "http2-left-out", ...where }] : [];
};

const http2Lines = (wish: CertificateWish): readonly string[] =>
  wantsHttp2(wish) && hasHttp2Directive(wish.build) && effective(wish.target.levels, "http2").length === 0
    ? ["http2 on;"]
    : [];

/** A server without `listen` loses its port 80 as soon as it has one. */
const plainLines = (server: NginxServer): readonly string[] =>
  server.levels.server.has("listen") ? [] : [`listen ${HTTP_PORT};`];

/** Opens TLS for a server that listens only on port 80: beside each of its addresses, without options of the socket. */
export const planListeners = (wish: CertificateWish): Part => {
  const { target, servers, build } = wish;
  if (!build.tls || !hasModule(build, "http_ssl_module")) return refused({ kind: "no-tls-module" });
  if (plainListens(target).length === 0)
    return refused({ kind: "no-public-port", server: target, ports: target.listens.map(({ firstPort }) => firstPort) });
  const sets = addressSets(servers, TLS_PORT);
  const openings = tlsAddresses(servers, target).map((address): Opening => ({
    wish,
    address,
    set: sets.find((set) => set.address === address.address),
  }));
  if (openings.length === 0) return refused({ kind: "needs-restart", server: target });
  const because = openings.map(obstacle).find((found) => found !== undefined);
  if (because) return refused(because);
  const listens = [...plainLines(target), ...openings.map(listenLine), ...http2Lines(wish)];
  const opened = part(
    [insertLines(target, lastOwn(target, "listen", "server_name"), listens)],
    openings.flatMap(notesOn),
  );
  return together([opened, ...openings.flatMap(({ set }) => (set ? [keepDefault({ servers, target, set })] : []))]);
};

/** Puts the TLS settings into a server that had no TLS before. */
export const planTlsSettings = ({ target, build }: CertificateWish): Part => {
  const lines = tlsSettingLines(target, build);
  return part(lines.length > 0 ? [insertLines(target, lastOwn(target, "server_name", "listen"), lines)] : []);
};

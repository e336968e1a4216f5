import { createHash } from "node:crypto";
import { request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import { connect, createSecureContext, type PeerCertificate, type TLSSocket } from "node:tls";

/** One thing to look at: a name on an address, over plain HTTP or TLS; or what a client gets that asks for no name. */
export type Spot =
  | {
      readonly kind: "page";
      readonly scheme: "http" | "https";
      readonly address: string;
      readonly name: string;
      /** The front page when not given. */
      readonly path?: string;
    }
  | { readonly kind: "no-name"; readonly address: string };

/** What was seen there. Digests are hex SHA-256: of the body, and of the leaf's DER. */
export type Sight =
  | { readonly kind: "page"; readonly status: number; readonly body: string; readonly certificate: string | undefined }
  | { readonly kind: "certificate"; readonly certificate: string }
  | { readonly kind: "nothing"; readonly because: string };

export type Look = (spot: Spot) => Promise<Sight>;

type PageSpot = Extract<Spot, { kind: "page" }>;

const PATIENCE = 5_000;
const LARGEST_BODY = 1_048_576;
const PORTS = { http: 80, https: 443 } as const;

/** One for all looks, since making one costs as much as a handshake; it trusts nobody. */
const secureContext = createSecureContext({ ca: [] });

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The same name below a wildcard for everybody who looks. */
const concrete = (name: string): string => name.replace(/^\*\./, "hostseal-looks.");

const leafOf = ({ raw }: PeerCertificate): string | undefined => (raw ? sha256(raw) : undefined);

const lookAtPage = async ({ scheme, address, name, path = "/" }: PageSpot): Promise<Sight> => {
  const { promise, resolve } = Promise.withResolvers<Sight>();
  const host = concrete(name);
  const options = {
    host: address,
    path,
    port: PORTS[scheme],
    headers: { host },
    agent: false,
    timeout: PATIENCE,
  } as const;
  const tls = { ...options, servername: host, rejectUnauthorized: false, secureContext };
  const asked = scheme === "https" ? requestTls(tls) : requestPlain(options);
  const fail = (because: string) => resolve({ kind: "nothing", because });
  asked.on("timeout", () => asked.destroy(new Error("no answer came in time")));
  asked
    .on("error", (error) => fail(error.message))
    .on("response", (response) => {
      const certificate = scheme === "https" ? leafOf((response.socket as TLSSocket).getPeerCertificate()) : undefined;
      const body = createHash("sha256");
      let length = 0;
      const done = () =>
        resolve({ kind: "page", status: response.statusCode ?? 0, body: body.digest("hex"), certificate });
      response.on("data", (chunk: Buffer) => {
        body.update(chunk);
        length += chunk.length;
        if (length > LARGEST_BODY) response.destroy(new Error("the page is too large to compare"));
      });
      response.on("end", done).on("error", (error) => fail(error.message));
    });
  asked.end();
  return promise;
};

const lookWithoutName = async (address: string): Promise<Sight> => {
  const { promise, resolve } = Promise.withResolvers<Sight>();
  const bare = { host: address, port: PORTS.https, timeout: PATIENCE };
  const socket = connect({ ...bare, rejectUnauthorized: false, secureContext });
  const end = (sight: Sight) => {
    resolve(sight);
    socket.destroy();
  };
  socket.once("timeout", () => end({ kind: "nothing", because: "no answer came in time" }));
  socket.on("error", ({ message }) => end({ kind: "nothing", because: message }));
  socket.once("secureConnect", () => {
    const certificate = leafOf(socket.getPeerCertificate());
    end(
      certificate === undefined ? { kind: "nothing", because: "no certificate" } : { kind: "certificate", certificate },
    );
  });
  return promise;
};

/**
 * Looks once, over a connection of its own, at one address. Nothing that is served is trusted: certificates are only
 * compared with those that are expected, which is what the look is for.
 */
export const look: Look = async (spot) => (spot.kind === "page" ? lookAtPage(spot) : lookWithoutName(spot.address));

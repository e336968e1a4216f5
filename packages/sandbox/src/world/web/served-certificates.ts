import { createSecureContext, type SecureContext } from "node:tls";
import type { Secret } from "@hostseal/pki";

/** A certificate ready to be served. */
export type KeyAndChain = {
  readonly key: Secret;
  /** PEM, the leaf first. */
  readonly certificates: readonly string[];
};

/** What each virtual host serves over TLS; a change counts for the next handshake and never for a connection that stands. */
export type ServedCertificates = {
  /** Served for every host without a certificate of its own, and to clients that name none. */
  readonly fallback: KeyAndChain;
  /** Serves a certificate, or the default one when nothing is given. Throws when key and certificate do not fit. */
  serve(webspace: string, certificate: KeyAndChain | undefined): void;
  contextOf(webspace: string | undefined): SecureContext;
  /** While a virtual host is held it goes on serving what it serves; afterwards what was last given. */
  hold(webspace: string, isHeld: boolean): void;
};

/** Throws what OpenSSL says when the pair cannot be used. */
const toSecureContext = ({ key, certificates }: KeyAndChain): SecureContext =>
  createSecureContext({ key: key.reveal(), cert: certificates.join("\n") });

export const createServedCertificates = (fallback: KeyAndChain): ServedCertificates => {
  const standard = toSecureContext(fallback);
  const contexts = new Map<string, SecureContext>();
  const held = new Map<string, SecureContext>();
  const currentOf = (webspace: string): SecureContext => contexts.get(webspace) ?? standard;
  return {
    fallback,
    serve: (webspace, certificate) => {
      if (certificate) contexts.set(webspace, toSecureContext(certificate));
      else contexts.delete(webspace);
    },
    contextOf: (webspace) => (webspace === undefined ? standard : (held.get(webspace) ?? currentOf(webspace))),
    hold: (webspace, isHeld) => {
      if (isHeld) held.set(webspace, currentOf(webspace));
      else held.delete(webspace);
    },
  };
};

import type { CertificateFacts } from "@hostseal/pki";
import type { KeyAndChain, ServedCertificates } from "../web/served-certificates.ts";
import { refusal } from "./panel-refusal.ts";

/** A certificate that was put on a webspace. */
export type TlsVersion = {
  /** Counts up from 1 for each webspace and is never used twice. */
  readonly number: number;
  /** The number of the version below it; 0 when there was none. */
  readonly replaced: number;
  readonly certificate: CertificateFacts;
  readonly material: KeyAndChain;
  /** The key it uses, when that was made here. */
  readonly keyId?: string;
  readonly isConfirmed: boolean;
};

export type TlsInstall = Pick<TlsVersion, "certificate" | "material" | "keyId"> & {
  /** The version that must be the active one, 0 for none: otherwise somebody else was here. */
  readonly ifVersion: number;
};

/** The certificates of all webspaces, each with those it replaced, so that an installation can be taken back. */
export type TlsShelf = {
  active(webspace: string): TlsVersion | undefined;
  /** The version an installation stands on: the one below when this certificate is already there, unconfirmed. */
  baseFor(webspace: string, sha256: string): number;
  /** Serves a certificate from now on. The same again changes nothing. Refuses when `ifVersion` is not the active one. */
  install(webspace: string, wish: TlsInstall): TlsVersion;
  /** Says that an installed certificate stays. Refuses when it is not the active one. */
  confirm(webspace: string, sha256: string): void;
  /** Puts back version `replaced` if `sha256` stands on it; changes nothing when it does not. */
  restore(webspace: string, sha256: string, replaced: number): void;
  /** Whether the active certificate of any webspace uses this key, or the one below while the active is unconfirmed. */
  isInUse(keyId: string): boolean;
  /** Forgets the certificates that use this key; only for one that is not in use. Nothing leads back to them any more. */
  discard(keyId: string): void;
};

type Stack = readonly TlsVersion[];

/** Once confirmed, an installation keeps only the version right below it. */
const KEPT = 2;

const isPending = (version: TlsVersion, sha256: string): boolean =>
  !version.isConfirmed && version.certificate.sha256 === sha256;

/** The versions a webspace cannot do without: the active one, and the one below until the active one is confirmed. */
const needed = (stack: Stack): Stack => stack.slice(stack.at(-1)?.isConfirmed === true ? -1 : -KEPT);

export const createTlsShelf = (served: ServedCertificates): TlsShelf => {
  const stacks = new Map<string, Stack>();
  const counts = new Map<string, number>();
  const stackOf = (webspace: string): Stack => stacks.get(webspace) ?? [];
  const active = (webspace: string): TlsVersion | undefined => stackOf(webspace).at(-1);

  const put = (webspace: string, stack: Stack): void => {
    served.serve(webspace, stack.at(-1)?.material);
    stacks.set(webspace, stack);
  };

  const install: TlsShelf["install"] = (webspace, { ifVersion, ...wish }) => {
    const top = active(webspace);
    if (top && isPending(top, wish.certificate.sha256) && top.replaced === ifVersion) return top;
    if ((top?.number ?? 0) !== ifVersion)
      throw refusal(409, "version_conflict", "The certificate was changed meanwhile");
    const number = (counts.get(webspace) ?? 0) + 1;
    const version = { ...wish, number, replaced: ifVersion, isConfirmed: false };
    put(webspace, [...stackOf(webspace), version]);
    counts.set(webspace, number);
    return version;
  };

  const confirm: TlsShelf["confirm"] = (webspace, sha256) => {
    const top = active(webspace);
    if (top?.certificate.sha256 !== sha256) throw refusal(409, "not_active", "This certificate is not the active one");
    const below = stackOf(webspace).slice(0, -1);
    stacks.set(webspace, [...below, { ...top, isConfirmed: true }].slice(-KEPT));
  };

  const restore: TlsShelf["restore"] = (webspace, sha256, replaced) => {
    const top = active(webspace);
    if (top?.certificate.sha256 !== sha256 || top.replaced !== replaced) return;
    const below = stackOf(webspace).slice(0, -1);
    if ((below.at(-1)?.number ?? 0) !== replaced)
      throw refusal(409, "gone", "The certificate before is no longer kept");
    put(webspace, below);
  };

  return {
    active,
    baseFor: (webspace, sha256) => {
      const top = active(webspace);
      return top && isPending(top, sha256) ? top.replaced : (top?.number ?? 0);
    },
    install,
    confirm,
    restore,
    discard: (keyId) => {
      for (const [webspace, stack] of stacks) {
        stacks.set(
          webspace,
          stack.filter((version) => version.keyId !== keyId),
        );
      }
    },
    isInUse: (keyId) => [...stacks.values()].some((stack) => needed(stack).some((version) => version.keyId === keyId)),
  };
};

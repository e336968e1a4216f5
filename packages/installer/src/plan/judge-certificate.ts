import { buildChain, type CertificateFacts, readCertificate, splitPem } from "@hostseal/pki";
import { covers, type DomainName, type Instant, toIso } from "@hostseal/rules";

export type Bundle = { readonly certificate: string; readonly chain: readonly string[] };

export type JudgeWish = Bundle & {
  readonly name: DomainName;
  readonly at: Instant;
  /** Trust anchors that the chain has to reach; without them only its links are looked at, by whoever issued it. */
  readonly roots?: readonly string[];
};

export type Judged =
  /** `bundle` is the leaf with its chain behind it, armoured anew. */
  | { readonly kind: "fit"; readonly leaf: CertificateFacts; readonly bundle: string }
  | { readonly kind: "unfit"; readonly because: string };

const unfit = (because: string): Judged => ({ kind: "unfit", because });

const chainTrouble = ({ certificate, chain, roots, at }: JudgeWish): string | undefined => {
  if (roots === undefined) return undefined;
  const built = buildChain({ leaf: certificate, intermediates: chain, roots, at });
  if (built.kind === "complete") return undefined;
  return built.kind === "incomplete"
    ? `its chain ends before a trusted root: the certificate of "${built.missingIssuer}" is missing; add it to the chain`
    : `its chain is broken at "${built.certificate}" (${built.because})`;
};

/** Each certificate of the chain has to have issued the one before it; the order is what servers send. */
const orderTrouble = (certificates: readonly CertificateFacts[]): string | undefined => {
  const wrong = certificates.find((issuer, index) => index > 0 && certificates[index - 1]?.issuer !== issuer.subject);
  return wrong && `"${wrong.subject}" stands in its chain where the issuer of the one before it belongs`;
};

const readAll = (texts: readonly string[]): readonly CertificateFacts[] =>
  texts.flatMap(splitPem).flatMap((pem) => {
    const read = readCertificate(pem);
    return read.kind === "certificate" ? [read.certificate] : [];
  });

const ownTrouble = ({ names, notBefore, notAfter }: CertificateFacts, { name, at }: JudgeWish): string | undefined => {
  if (!names.some((covered) => covered === name || covers(covered as DomainName, name)))
    return `it is for ${names.join(", ")} and not for ${name}`;
  if (notAfter < at) return `it expired at ${toIso(notAfter)}; reissue it`;
  return notBefore > at ? `it is valid only from ${toIso(notBefore)}; wait until then` : undefined;
};

/** Whether a certificate may be installed for a name: readable, for this name, in its time, in order, to a root. */
export const judgeCertificate = (wish: JudgeWish): Judged => {
  const [leaf, ...above] = readAll([wish.certificate, ...wish.chain]);
  if (!leaf) return unfit("it cannot be read");
  const because = ownTrouble(leaf, wish) ?? chainTrouble(wish) ?? orderTrouble([leaf, ...above]);
  if (because !== undefined) return unfit(because);
  return { kind: "fit", leaf, bundle: [leaf, ...above].map(({ pem }) => `${pem.trimEnd()}\n`).join("") };
};

import type { Instant } from "@hostseal/rules";
import { certificateFault, isNamedIssuer, type LinkFault, linkFault } from "./chain-link.ts";
import { parseCertificate, type ParsedCertificate } from "./parse-certificate.ts";
import { certificateBlocks } from "./split-pem.ts";

export type ChainWish = {
  readonly leaf: string;
  /** PEM texts in any order, with duplicates, several to a text, or junk. */
  readonly intermediates: readonly string[];
  /** Trust anchors, as PEM texts. */
  readonly roots: readonly string[];
  readonly at: Instant;
};

export type ChainFault =
  | LinkFault
  | "leaf-malformed"
  /** The leaf signed itself and is no trust anchor. */
  | "self-signed"
  /** More than 64 different intermediates. */
  | "too-many-certificates";

export type BuiltChain =
  /** Leaf first, each followed by its issuer; the root is left out, as servers send it. */
  | { readonly kind: "complete"; readonly chain: readonly string[]; readonly root: string }
  /** `missingIssuer` is the name, in one line, of the certificate that was not among those given. */
  | { readonly kind: "incomplete"; readonly missingIssuer: string }
  /** `certificate` is the subject of the one at fault. */
  | { readonly kind: "broken"; readonly because: ChainFault; readonly certificate: string };

/** A climb from the leaf upwards; `tip` is the last of `chain`. */
type Path = { readonly tip: ParsedCertificate; readonly chain: readonly ParsedCertificate[] };
type Bundle = { readonly intermediates: readonly ParsedCertificate[]; readonly anchors: readonly ParsedCertificate[] };
type Complete = Extract<BuiltChain, { kind: "complete" }>;
type DeadEnd = Exclude<BuiltChain, { kind: "complete" }>;

const MOST_INTERMEDIATES = 64;

const broken = (because: ChainFault, certificate = ""): DeadEnd => ({ kind: "broken", because, certificate });

const parseAll = (texts: readonly string[]): readonly ParsedCertificate[] => {
  const parsed = texts.flatMap(certificateBlocks).map(parseCertificate);
  const certificates = parsed.filter((item) => typeof item !== "string");
  return [...new Map(certificates.map((item) => [item.facts.sha256, item])).values()];
};

const isSelfIssued = ({ facts }: ParsedCertificate): boolean => facts.subject === facts.issuer;

/** CA certificates of a path that count against a path length: all but the leaf and the self-issued (RFC 5280 §4.2.1.9). */
const caCount = ({ chain }: Path): number => chain.slice(1).filter((certificate) => !isSelfIssued(certificate)).length;

const toComplete = ({ chain }: Path, root: ParsedCertificate): Complete => ({
  kind: "complete",
  chain: chain.map(({ facts }) => facts.pem),
  root: root.facts.pem,
});

/** One step up: a chain that reached an anchor, or the issuers the climb may go on with and why it may end here. */
const climb = (
  path: Path,
  { anchors, intermediates }: Bundle,
  at: Instant,
):
  | Complete
  | { readonly kind: "onward"; readonly issuers: readonly ParsedCertificate[]; readonly deadEnd: DeadEnd } => {
  const { tip } = path;
  const below = caCount(path);
  const faults: DeadEnd[] = [];
  const holds = (issuer: ParsedCertificate, isAnchor: boolean): boolean => {
    if (!isNamedIssuer(tip, issuer)) return false;
    const fault = linkFault({ child: tip, issuer, below, isAnchor }, at);
    if (fault) faults.push(broken(fault, (fault === "bad-signature" ? tip : issuer).facts.subject));
    return fault === undefined;
  };
  const root = anchors.find((anchor) => holds(anchor, true));
  if (root) return toComplete(path, root);
  const issuers = intermediates.filter((issuer) => holds(issuer, false));
  return { kind: "onward", issuers, deadEnd: faults[0] ?? { kind: "incomplete", missingIssuer: tip.facts.issuer } };
};

/**
 * Breadth first, so that the first chain found is a shortest one; no certificate is climbed from twice, so that rings of
 * cross-signatures end. A missing issuer says more than a faulty one: it is what the customer can add.
 */
const search = (leaf: ParsedCertificate, bundle: Bundle, at: Instant): BuiltChain => {
  const seen = new Set([leaf]);
  const queue: Path[] = [{ tip: leaf, chain: [leaf] }];
  const deadEnds: DeadEnd[] = [];
  for (const path of queue) {
    const step = climb(path, bundle, at);
    if (step.kind === "complete") return step;
    const issuers = step.issuers.filter((issuer) => !seen.has(issuer));
    if (issuers.length === 0) deadEnds.push(step.deadEnd);
    for (const tip of issuers) {
      seen.add(tip);
      queue.push({ tip, chain: [...path.chain, tip] });
    }
  }
  return deadEnds.findLast(({ kind }) => kind === "incomplete") ?? deadEnds[0] ?? broken("leaf-malformed");
};

/**
 * The shortest chain from a leaf to one of the roots, every signature, validity, CA flag and path length verified at a moment.
 * Works offline and in bounded time whatever the bundle holds. Name constraints are not evaluated.
 */
export const buildChain = ({ leaf, intermediates, roots, at }: ChainWish): BuiltChain => {
  const [start] = parseAll([leaf]);
  if (!start) return broken("leaf-malformed");
  const fault = certificateFault(start, at);
  if (fault) return broken(fault, start.facts.subject);
  const anchors = parseAll(roots);
  const trusted = anchors.find(({ facts }) => facts.sha256 === start.facts.sha256);
  if (trusted) return { kind: "complete", chain: [start.facts.pem], root: start.facts.pem };
  if (isSelfIssued(start)) return broken("self-signed", start.facts.subject);
  const pool = parseAll(intermediates).filter(({ facts }) => facts.sha256 !== start.facts.sha256);
  if (pool.length > MOST_INTERMEDIATES) return broken("too-many-certificates");
  return search(start, { anchors, intermediates: pool }, at);
};

import type { CertificatePair, Setting } from "../servers/effective-settings.ts";
import type { Directive } from "../syntax/directive.ts";
import type { CertificateWish, KeyFamily } from "./certificate-wish.ts";
import { isFreeToChange } from "./definition-users.ts";
import { insertLines } from "./insert-lines.ts";
import { changeArgument, nginxWord } from "./nginx-word.ts";
import { lastOwn, ownDirectiveFor } from "./own-block.ts";
import { type Part, part, refused } from "./part.ts";
import { splitInclude } from "./split-include.ts";
import type { TreeEdit } from "./tree-edit.ts";

/** A pair of which both halves are known. */
type WholePair = CertificatePair & { readonly key: NonNullable<CertificatePair["key"]> };

const isWhole = (pair: CertificatePair): pair is WholePair => pair.key !== undefined;

const pairLines = (certificate: string, key: string): readonly string[] => [
  `ssl_certificate ${nginxWord(certificate)};`,
  `ssl_certificate_key ${nginxWord(key)};`,
];

const newLines = ({ certificatePath, keyPath }: CertificateWish): readonly string[] =>
  pairLines(certificatePath, keyPath);

const familyOf = ({ keyFamilies }: CertificateWish, { certificate }: CertificatePair): KeyFamily | undefined =>
  keyFamilies?.get(certificate.value);

/** Where a pair is best written: behind one that stands in the block, or behind what tells who the server is. */
const placeForPair = ({ target }: CertificateWish): Directive | undefined =>
  lastOwn(target, "ssl_certificate_key", "ssl_certificate", "server_name", "listen");

/** Into the server: the new pair, and those of other key types that it has from outside and would lose. */
const override = (wish: CertificateWish, replaced: WholePair | undefined): Part => {
  const kept = wish.target.pairs
    .filter(isWhole)
    .filter((pair) => pair !== replaced)
    .flatMap(({ certificate, key }) => pairLines(certificate.value, key.value));
  return part([insertLines(wish.target, placeForPair(wish), [...newLines(wish), ...kept])]);
};

const changeInPlace = (wish: CertificateWish, { certificate, key }: WholePair): readonly (TreeEdit | undefined)[] => [
  changeArgument(certificate.placed, wish.certificatePath),
  changeArgument(key.placed, wish.keyPath),
];

/** What in the block itself brings the pair: one directive, or two when its halves come apart. */
const broughtBy = ({ target }: CertificateWish, { certificate, key }: WholePair): readonly Directive[] =>
  [certificate.placed, key.placed]
    .map((placed) => ownDirectiveFor(target, placed))
    .toSorted((one, other) => one.span.start - other.span.start);

/** nginx loads the last certificate of a key type, so a second of the same type takes the first one's place. */
const overrideSnippet = (wish: CertificateWish, pair: WholePair): Part => {
  const note = { kind: "snippet-overridden", placed: pair.certificate.placed } as const;
  return part([insertLines(wish.target, broughtBy(wish, pair).at(-1), newLines(wish))], [note]);
};

const splitSnippet = (wish: CertificateWish, pair: WholePair): Part => {
  const { tree, target } = wish;
  const edits = changeInPlace(wish, pair).filter((edit) => edit !== undefined);
  const includes = new Set(broughtBy(wish, pair).filter((directive) => tree.targets.has(directive)));
  const { file } = target.placed;
  const split = [...includes].map((include) => ({ file, edit: splitInclude({ tree, edits }, include) }));
  const own = edits.filter((edit) => edit.file === file);
  return part([...own, ...split], [{ kind: "snippet-split", placed: pair.certificate.placed }]);
};

const planShared = (wish: CertificateWish, pair: WholePair): Part =>
  familyOf(wish, pair) === wish.keyFamily ? overrideSnippet(wish, pair) : splitSnippet(wish, pair);

/** Of several pairs the last of the new one's key type; of one pair that one, whatever it is. */
const pairToReplace = (wish: CertificateWish, pairs: readonly WholePair[]): WholePair | undefined =>
  pairs.length === 1 ? pairs[0] : pairs.findLast((pair) => familyOf(wish, pair) === wish.keyFamily);

const VARIABLE = /\$|^data:/;
const ENGINE = /^(?:engine|store):/;

const dynamicHalf = (pairs: readonly CertificatePair[]): Setting | undefined =>
  pairs
    .flatMap(({ certificate, key }) => (key ? [certificate, key] : [certificate]))
    .find(({ value }) => VARIABLE.test(value) || ENGINE.test(value));

/**
 * Gives the server its new certificate where its old one is said. What it shares with servers that the certificate does
 * not suit is left alone and overridden in the server; a certificate of another key type beside the old one is kept.
 */
export const planPair = (wish: CertificateWish): Part => {
  const { target } = wish;
  const dynamic = dynamicHalf(target.pairs);
  if (dynamic) return refused({ kind: "dynamic-certificate", placed: dynamic.placed, value: dynamic.value });
  const pairs = target.pairs.filter(isWhole);
  if (pairs.length === 0) return override(wish, undefined);
  if (pairs.some(({ certificate, key }) => certificate.level !== key.level))
    return refused({ kind: "pair-apart", server: target });
  const replaced = pairToReplace(wish, pairs);
  if (!replaced) {
    const paths = pairs.map(({ certificate }) => certificate.value);
    return refused({ kind: "key-types-unknown", server: target, paths });
  }
  if (replaced.certificate.level === "http") return override(wish, replaced);
  const places = [replaced.certificate.placed, replaced.key.placed];
  const isFree = places.every((placed) => isFreeToChange(wish, placed));
  return isFree ? part(changeInPlace(wish, replaced)) : planShared(wish, replaced);
};

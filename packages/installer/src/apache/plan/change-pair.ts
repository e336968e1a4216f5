import { compareVersions } from "../dump/server-build.ts";
import { argLike, quotedArg, splitArgs } from "../syntax/split-args.ts";
import type { Active } from "../tree/active.ts";
import type { CertificatePair, Setting, VirtualHost } from "../vhosts/virtual-host.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { coversHost } from "./covers-host.ts";
import { insertBehind, insertLast } from "./insert-lines.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import type { TreeEdit } from "./tree-edit.ts";

/** The edits of one part of a plan, or why there are none. */
export type Part =
  | { readonly kind: "edits"; readonly edits: readonly TreeEdit[]; readonly notes: readonly PlanNote[] }
  | { readonly kind: "refused"; readonly refusal: PlanRefusal };

const refused = (refusal: PlanRefusal): Part => ({ kind: "refused", refusal });

/** Since 2.4.8 the intermediates may stand behind the leaf in SSLCertificateFile. */
const holdsChain = ({ reading }: CertificateWish): boolean => compareVersions(reading.source.version, [2, 4, 8]) >= 0;

const isSameDirective = (one: Active, other: Active): boolean =>
  one.file.target !== undefined &&
  one.file.target === other.file.target &&
  one.directive.span.start === other.directive.span.start;

const settingsOf = ({ tls }: VirtualHost): readonly Setting[] => [
  ...tls.pairs.flatMap(({ certificate, key }) => (key ? [certificate, key] : [certificate])),
  ...(tls.chain ? [tls.chain] : []),
];

/** Whether a directive may be changed for one host: it is the host's own, and suits all others that it reaches. */
const isFree = (wish: CertificateWish, host: VirtualHost, { active, isInherited }: Setting): boolean => {
  if (isInherited || active.file.target === undefined) return false;
  return wish.reading.view.hosts.every((other) => {
    if (other.at === host.at || coversHost(wish.names, other)) return true;
    return !settingsOf(other).some((setting) => isSameDirective(setting.active, active));
  });
};

const changeArg = ({ active }: Setting, text: string): readonly TreeEdit[] => {
  const { file, directive } = active;
  const [word] = splitArgs(file.source, directive.args);
  if (!word || word.text === text) return [];
  const { start, end } = word;
  return [{ file, edit: { at: { start, end }, bytes: argLike(file.source, word, text) } }];
};

const removeLine = ({ active: { file, directive } }: Setting): TreeEdit => ({
  file,
  edit: { at: directive.span, bytes: Buffer.alloc(0) },
});

const pairLines = (certificate: string, key: string | undefined): readonly string[] => [
  `SSLCertificateFile ${quotedArg(certificate)}`,
  ...(key === undefined ? [] : [`SSLCertificateKeyFile ${quotedArg(key)}`]),
];

type Chosen = { readonly index: number } | { readonly refusal: PlanRefusal };

/** Which of the pairs gives way: the only one, or that of the same key type. */
const choosePair = (wish: CertificateWish, host: VirtualHost): Chosen => {
  const { pairs } = host.tls;
  if (pairs.length <= 1) return { index: 0 };
  if (pairs.some(({ key }) => !key)) return { refusal: { kind: "pair-apart", host } };
  const families = pairs.map(({ certificate }) => wish.keyFamilies?.get(certificate.value));
  const index = families.lastIndexOf(wish.keyFamily);
  if (index !== -1 && !families.includes(undefined)) return { index };
  const paths = pairs.map(({ certificate }) => certificate.value);
  return { refusal: { kind: "key-types-unknown", host, paths } };
};

const changeInPlace = ({ certificate, key }: CertificatePair, wish: CertificateWish): readonly TreeEdit[] => [
  ...changeArg(certificate, wish.certificatePath),
  ...(key
    ? changeArg(key, wish.keyPath)
    : [insertBehind(certificate.active, `SSLCertificateKeyFile ${quotedArg(wish.keyPath)}`)]),
];

/** All pairs anew in the host: entry by entry they take the place of the server's. */
const overrideInHost = (wish: CertificateWish, host: VirtualHost, index: number): Part => {
  const { pairs } = host.tls;
  const isAllInherited = pairs.every(({ certificate }) => certificate.isInherited);
  const kept = isAllInherited ? pairs.filter((_, at) => at !== index) : [];
  const lines = [
    ...pairLines(wish.certificatePath, wish.keyPath),
    ...kept.flatMap(({ certificate, key }) => pairLines(certificate.value, key?.value)),
  ];
  const overridden = pairs[index]?.certificate.active;
  return {
    kind: "edits",
    edits: [insertLast(host, lines)],
    notes: overridden ? [{ kind: "shared-overridden", active: overridden }] : [],
  };
};

const chainEdits = (wish: CertificateWish, host: VirtualHost): readonly TreeEdit[] => {
  const { chain } = host.tls;
  const isNeeded = !holdsChain(wish);
  const line = `SSLCertificateChainFile ${quotedArg(wish.certificatePath)}`;
  if (!chain) return isNeeded ? [insertLast(host, [line])] : [];
  if (!isFree(wish, host, chain)) return [insertLast(host, [line])];
  const isKept = isNeeded || host.tls.pairs.length > 1;
  return isKept ? changeArg(chain, wish.certificatePath) : [removeLine(chain)];
};

/** A certificate whose key comes from another level: one entry more in the host would shift them against each other. */
const isApart = ({ tls }: VirtualHost): boolean =>
  tls.pairs.some(({ certificate, key }) => key !== undefined && key.isInherited !== certificate.isInherited);

const troubleIn = (host: VirtualHost): PlanRefusal | undefined => {
  for (const { active, value, isInherited } of settingsOf(host)) {
    if (active.hasVariables && !isInherited) return { kind: "dynamic-certificate", active, value };
    if (active.enclosures.some(({ verdict }) => verdict === "unknown")) return { kind: "unsure-condition", active };
  }
  return isApart(host) ? { kind: "pair-apart", host } : undefined;
};

/** Gives a virtual host that serves TLS another certificate, where it is defined, or in the host where that is shared. */
export const changePair = (wish: CertificateWish, host: VirtualHost): Part => {
  const trouble = troubleIn(host);
  if (trouble) return refused(trouble);
  const chosen = choosePair(wish, host);
  if ("refusal" in chosen) return refused(chosen.refusal);
  const pair = host.tls.pairs[chosen.index];
  const isPairFree =
    pair && isFree(wish, host, pair.certificate) && (pair.key === undefined || isFree(wish, host, pair.key));
  if (pair && !pair.key && !isPairFree && !pair.certificate.isInherited) return refused({ kind: "pair-apart", host });
  const part: Part = isPairFree
    ? { kind: "edits", edits: changeInPlace(pair, wish), notes: [] }
    : overrideInHost(wish, host, chosen.index);
  if (part.kind === "refused") return part;
  return { ...part, edits: [...part.edits, ...chainEdits(wish, host)] };
};

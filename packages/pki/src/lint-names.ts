import { type DomainName, isWildcard, type Level, parseDomainName, wildcardAllowed } from "@hostseal/rules";
import type { CsrFacts } from "./csr-facts.ts";
import { type CsrFinding, finding } from "./csr-finding.ts";

/** What is asked of the names of a request beside being names. */
export type NameExpectation = {
  /** The names the certificate is to have; absent when the request alone decides. */
  readonly wanted?: readonly DomainName[];
  readonly level?: Level;
  /** How many names the product holds. */
  readonly mostNames?: number;
};

type Names = Pick<CsrFacts, "names" | "otherNames" | "commonName">;

/** The names as certificates carry them, each once; what is no name is left out. */
const canonicalNames = (texts: readonly string[]): readonly DomainName[] => [
  ...new Set(
    texts.flatMap((text) => {
      const parsed = parseDomainName(text);
      return parsed.kind === "name" ? [parsed.name] : [];
    }),
  ),
];

/** Whatever a certificate could take its names from, the common name included (BR §7.1.4.3). */
const namesAsked = ({ names, commonName }: Names): readonly string[] =>
  commonName === undefined || names.includes(commonName) ? names : [...names, commonName];

const lintOne = (name: string, level: Level | undefined): CsrFinding[] => {
  const parsed = parseDomainName(name);
  if (parsed.kind === "refused") {
    const { code: because, suggestion } = parsed;
    return [finding("name-refused", { name, because, ...(suggestion !== undefined && { suggestion }) })];
  }
  const canonical = parsed.name;
  const misplaced = level && isWildcard(canonical) && wildcardAllowed(level).kind === "refused";
  return [
    ...(canonical === name ? [] : [finding("name-not-canonical", { name, canonical })]),
    ...(misplaced ? [finding("wildcard-not-for-level", { name, level })] : []),
  ];
};

const lintPlaces = ({ names, commonName }: Names): CsrFinding[] => {
  if (names.length === 0) {
    return [commonName === undefined ? finding("names-absent", {}) : finding("san-absent", { commonName })];
  }
  const covered =
    commonName === undefined || canonicalNames(names).includes(canonicalNames([commonName])[0] as DomainName);
  return covered ? [] : [finding("common-name-not-in-san", { commonName })];
};

const lintDuplicates = (names: readonly string[]): CsrFinding[] => {
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(repeated)].map((name) => finding("name-duplicate", { name }));
};

const lintAgainst = (asked: readonly DomainName[], { wanted, mostNames }: NameExpectation): CsrFinding[] => {
  const missing = wanted?.filter((name) => !asked.includes(name)) ?? [];
  const extra = wanted ? asked.filter((name) => !wanted.includes(name)) : [];
  return [
    ...(missing.length > 0 ? [finding("names-missing", { names: missing })] : []),
    ...(extra.length > 0 ? [finding("names-extra", { names: extra })] : []),
    ...(mostNames !== undefined && asked.length > mostNames
      ? [finding("names-too-many", { count: asked.length, most: mostNames })]
      : []),
  ];
};

/** Looks for names no certificate can carry, and for a difference from what is wanted. */
export const lintNames = (csr: Names, expectation: NameExpectation): CsrFinding[] => {
  const asked = namesAsked(csr);
  return [
    ...lintPlaces(csr),
    ...[...new Set(asked)].flatMap((name) => lintOne(name, expectation.level)),
    ...lintDuplicates(csr.names.map((name) => name.toLowerCase())),
    ...csr.otherNames.map((name) => finding("not-a-dns-name", { name })),
    ...lintAgainst(canonicalNames(asked), expectation),
  ];
};

import type { Citation, Row } from "@hostseal/rules";
import { RULES_EDITION, allRules } from "@hostseal/rules";
import { markdownTable } from "./markdown-table.ts";
import type { Page } from "./page.ts";

const INTRODUCTION = `# The rules

Every rule of the industry that Hostseal follows, made by \`npm run docs\` from \`shared/rules/src/rows\`; \`hostseal rules\` shows
the same. Edition ${RULES_EDITION}. A row holds from the first day until just before the second, in UTC; a dash means without
bound. Where two rows hold at once, they are for different issuers or levels.
`;

const HEAD = ["From", "Until", "For", "Rule", "Force", "Source"];

const scopeOf = ({ brands = [], levels = [] }: Row): string =>
  [...brands, ...levels.map((level) => level.toUpperCase())].join(", ") || "all";

const sourceOf = ({ doc, section }: Citation): string =>
  /^\d/.test(section) ? `${doc} §${section}` : `${doc}, ${section}`;

const toCells = (row: Row): readonly string[] => {
  const { from, to, says, note, status, confidence, citation } = row;
  const force = confidence === "verified" ? status : `${status}, ${confidence}`;
  return [
    from ?? "–",
    to ?? "–",
    scopeOf(row),
    note === undefined ? says : `${says} (${note})`,
    force,
    sourceOf(citation),
  ];
};

const toSection = (id: string, rows: readonly Row[]): string =>
  `## ${rows[0]?.title ?? id}\n\n\`${id}\`\n\n${markdownTable(HEAD, rows.map(toCells))}\n`;

const sourcesSection = (rows: readonly Row[]): string => {
  const urls = new Map(rows.flatMap(({ citation: { doc, url } }) => (url === undefined ? [] : [[doc, url] as const])));
  const lines = [...urls]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([doc, url]) => `- ${doc}: <${url}>`);
  return `## Where the sources are\n\n${lines.join("\n")}\n`;
};

export const rulesPage: Page = {
  path: "docs/rules.md",
  text: () => {
    const rows = allRules();
    const sections = [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofRule]) => toSection(id, ofRule));
    return [INTRODUCTION, ...sections, sourcesSection(rows)].join("\n");
  },
};

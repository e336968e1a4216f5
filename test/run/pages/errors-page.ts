import type { ErrorCode, Retry } from "@hostseal/core";
import { ERROR_CODES, errors } from "@hostseal/core";
import { ACTOR_WORDS } from "./actor-words.ts";
import type { Page } from "./page.ts";

const RETRY_WORDS: Readonly<Record<Retry, string>> = {
  never: "no: the same thing again fails again",
  soon: "within minutes, then at growing intervals",
  told: "not before the time that came with the answer",
  "after-change": "once a day, until somebody has changed something",
};

const INTRODUCTION = `# Errors

Every way in which something can fail, made by \`npm run docs\` from \`shared/core/src/errors/table.ts\`. Words in braces are
filled in. What is expected, such as a proof that nobody has published yet, is not an error:
[waiting.md](waiting.md) has those.
`;

const toSection = (code: ErrorCode): string => {
  const { sentence, fix, actor, retry, status } = errors[code];
  return `### \`${code}\`

${sentence}

- **What to do:** ${fix}
- **Who acts:** ${ACTOR_WORDS[actor]}
- **Tried again:** ${RETRY_WORDS[retry]}
- **HTTP status:** ${status}
`;
};

const areaOf = (code: ErrorCode): string => code.split(".")[0] ?? code;

const toChapter = (area: string): string =>
  [`## ${area}\n`, ...ERROR_CODES.filter((code) => areaOf(code) === area).map(toSection)].join("\n");

export const errorsPage: Page = {
  path: "docs/errors.md",
  text: () => [INTRODUCTION, ...[...new Set(ERROR_CODES.map(areaOf))].map(toChapter)].join("\n"),
};

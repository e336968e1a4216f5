import { waits } from "@hostseal/core";
import { ACTOR_WORDS } from "./actor-words.ts";
import type { Page } from "./page.ts";

const INTRODUCTION = `# Reasons to wait

Every reason an order can have to wait, made by \`npm run docs\` from \`shared/core/src/decide/waits.ts\`. An order never waits
without one, and with each goes the time at which Hostseal looks again by itself. Words in braces are filled in.
`;

export const waitingPage: Page = {
  path: "docs/waiting.md",
  text: () => {
    const sections = Object.entries(waits).map(
      ([reason, { sentence, todo, actor }]) => `## \`${reason}\`

${sentence}

- **What to do:** ${todo}
- **Who acts:** ${ACTOR_WORDS[actor]}
`,
    );
    return [INTRODUCTION, ...sections].join("\n");
  },
};

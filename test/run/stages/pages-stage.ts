import { pages } from "../pages/pages.ts";
import { stalePages } from "../pages/write-pages.ts";
import type { Stage } from "./stage.ts";

/** Whether the generated pages say what the tables say they are made from. */
export const pagesStage: Stage = {
  title: "generated pages",
  run: async () => {
    const stale = await stalePages(pages);
    if (stale.length === 0) return { passed: 1, failed: 0 };
    return { passed: 0, failed: 1, details: `Out of date: ${stale.join(", ")}. \`npm run docs\` writes them anew.` };
  },
};

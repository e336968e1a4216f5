// Writes the pages that are made from tables in the code; with --check only says which are out of date. With --pictures
// a browser takes the screenshots anew.
import { join } from "node:path";
import { pages } from "./pages/pages.ts";
import { writePages } from "./pages/write-pages.ts";
import { ROOT } from "./root.ts";
import { say } from "./say.ts";
import { pagesStage } from "./stages/pages-stage.ts";
import { conclude, runStages } from "./stages/run-stages.ts";

if (process.argv.includes("--check")) {
  conclude(await runStages([pagesStage]));
} else if (process.argv.includes("--pictures")) {
  const { takeScreenshots } = await import("../browser/take-screenshots.ts");
  for (const name of await takeScreenshots(join(ROOT, "docs/screenshots"))) say(`took ${name}.png`);
} else {
  await writePages(pages);
  for (const { path } of pages) say(`wrote ${path}`);
}

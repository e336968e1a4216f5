// Writes the pages that are made from tables in the code; with --check only says which are out of date.
import { pages } from "./pages/pages.ts";
import { writePages } from "./pages/write-pages.ts";
import { say } from "./say.ts";
import { pagesStage } from "./stages/pages-stage.ts";
import { conclude, runStages } from "./stages/run-stages.ts";

if (process.argv.includes("--check")) {
  conclude(await runStages([pagesStage]));
} else {
  await writePages(pages);
  for (const { path } of pages) say(`wrote ${path}`);
}

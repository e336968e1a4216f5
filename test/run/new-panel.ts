// `npm run new:panel -- <name>`: the files of a panel to fill in, with its contract suite red (docs/adding-a-panel.md).
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withDouble, withPlugin } from "./new-panel/enter-panel.ts";
import { planPanel } from "./new-panel/plan-panel.ts";
import { ROOT } from "./root.ts";
import { say } from "./say.ts";

const [name = ""] = process.argv.slice(2);
const files = await planPanel(name);
const taken = files.find(({ path }) => existsSync(join(ROOT, path)));
if (taken) throw new TypeError(`${taken.path} is there already`);

for (const { path, text } of files) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
  say(`wrote ${path}`);
}
for (const [path, enter] of [
  ["test/doubles/panels/package.json", withDouble],
  ["test/package.json", withPlugin],
] as const) {
  await writeFile(join(ROOT, path), enter(await readFile(join(ROOT, path), "utf8"), name));
  say(`entered it in ${path}`);
}
say("Next: `node .boot/node_modules/pnpm/bin/pnpm.cjs install`, then docs/adding-a-panel.md");

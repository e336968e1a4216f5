// `npm run build:plugins`: the archives of all panels, into dist/.
import { fileURLToPath } from "node:url";
import { buildPlugins } from "./build-plugins.ts";

const KIB = 1_024;
const root = fileURLToPath(new URL("../../..", import.meta.url));

for (const { file, bytes, sha256 } of await buildPlugins(root, `${root}dist`)) {
  process.stdout.write(`dist/${file}  ${Math.ceil(bytes.length / KIB)} KiB  sha256 ${sha256}\n`);
}

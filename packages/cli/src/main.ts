import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Compiled code is kept beside the packages, which halves the start. It must be on before anything else is loaded.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/hostseal", import.meta.url)));
const { runHere } = await import("./run-here.ts");
process.exitCode = await runHere(process);

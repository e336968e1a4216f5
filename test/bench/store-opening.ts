import { writeSync } from "node:fs";
import { createEmbeddedStore, diskFiles } from "@hostseal/store";

/** Opens the store in the folder it is given, in a process of its own, and says what that took. */
const [folder = ""] = process.argv.slice(2);
const start = performance.now();
const store = await createEmbeddedStore({ folder, files: diskFiles });
const milliseconds = Math.round(performance.now() - start);
const megabytes = Math.round(process.memoryUsage.rss() / 1_000_000);
writeSync(1, JSON.stringify({ milliseconds, megabytes }));
await store.close();

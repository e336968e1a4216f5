import { defineConfig } from "vitest/config";
import { ROOT } from "./run/root.ts";

export default defineConfig({
  test: {
    root: ROOT,
    include: ["{shared,packages,plugins}/**/*.test.ts", "test/**/*.test.ts"],
    // Test files share their modules, which is many times as fast; so no module may remember anything.
    isolate: false,
    pool: "forks",
    // Most tests wait for sockets and other programs, so a third worker keeps two cores busy.
    maxWorkers: 3,
    sequence: { shuffle: true },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    retry: 0,
    allowOnly: false,
  },
});

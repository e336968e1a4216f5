import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["{shared,packages,plugins}/**/*.test.ts", "test/**/*.test.ts"],
    isolate: false,
    pool: "forks",
    sequence: { shuffle: true },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    retry: 0,
  },
});

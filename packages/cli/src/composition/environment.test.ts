import { homedir } from "node:os";
import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

test("an empty variable is no variable", () => {
  const bare = readEnvironment({ HOSTSEAL_HOME: "", NO_COLOR: "", HOSTSEAL_DEBUG: "" });
  expect(bare).toMatchObject({ home: `${homedir()}/.hostseal`, isDebugging: false, allowsColours: true });
});

test("each variable is taken for what it says", () => {
  const set = readEnvironment({ HOSTSEAL_HOME: "/srv/seal", NO_COLOR: "1", HOSTSEAL_DEBUG: "1", API_KEY: "secret" });
  expect(set).toMatchObject({ home: "/srv/seal", isDebugging: true, allowsColours: false });
  expect(set.credential("API_KEY")).toBe("secret");
});

import type { ShownHostKey } from "@hostseal/installer";
import { expect, test } from "vitest";
import type { CommandContext } from "../../command-line/command-row.ts";
import { readEnvironment } from "../../composition/environment.ts";
import { plainPaint } from "../../views/paint.ts";
import { acceptHostKey } from "./accept-host-key.ts";

const shown: ShownHostKey = {
  key: { type: "ssh-ed25519", blob: new Uint8Array(51) },
  type: "ssh-ed25519",
  fingerprint: "SHA256:shown",
};

const contextWith = (ask: CommandContext["terminal"]["ask"], isJson = false) => {
  const printed: string[] = [];
  const context: CommandContext = {
    terminal: { print: (line) => void printed.push(line), note: () => undefined, isWatched: true, ask },
    environment: readEnvironment({}),
    home: "/nowhere",
    isJson,
    paint: plainPaint,
    signal: new AbortController().signal,
  };
  return { context, printed };
};

test.each([
  ["y", true],
  ["", false],
  ["no", false],
])("a host key is shown before anybody is asked, and %j means %s", async (answer, accepted) => {
  const questions: string[] = [];
  const { context, printed } = contextWith(async (question) => {
    expect(printed.join("\n")).toContain("web1 shows the ssh-ed25519 key SHA256:shown.");
    questions.push(question);
    return answer;
  });
  expect(await acceptHostKey(context, "web1", shown)).toBe(accepted);
  expect(questions).toHaveLength(1);
});

test.each([
  ["there is no terminal", undefined, false],
  ["a program reads the output", async () => "y", true],
])("a host key is never accepted when %s", async (_case, ask, isJson) => {
  const { context } = contextWith(ask, isJson);
  await expect(acceptHostKey(context, "web1", shown)).rejects.toMatchObject({
    code: "input.option",
    message: expect.stringContaining("web1 shows SHA256:shown"),
  });
});

import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { createTerminal } from "./terminal.ts";
import type { Interrupts } from "./watch-for-interrupts.ts";

const asTerminal = (stream: PassThrough) => Object.assign(stream, { isTTY: true, setRawMode: () => stream });

const atTerminal = (interrupts: Interrupts = { signal: new AbortController().signal, interrupt: () => undefined }) => {
  const keys = asTerminal(new PassThrough());
  const terminal = createTerminal({
    stdin: keys,
    stdout: asTerminal(new PassThrough()),
    stderr: new PassThrough(),
    interrupts,
  });
  const answer = terminal.ask?.("Now? ");
  return { keys, answer };
};

describe("a question at the terminal", () => {
  test("is answered by a line", async () => {
    const { keys, answer } = atTerminal();
    keys.write("yes\n");
    expect(await answer).toBe("yes");
  });

  test("is left without an answer by Ctrl-D", async () => {
    const { keys, answer } = atTerminal();
    keys.write("\u0004");
    expect(await answer).toBe("");
  });

  test("ends the command on Ctrl-C, as a signal does", async () => {
    const controller = new AbortController();
    const { keys, answer } = atTerminal({ signal: controller.signal, interrupt: () => controller.abort() });
    keys.write("\u0003");
    await expect(answer).rejects.toThrow(/abort/i);
    expect(controller.signal.aborted).toBe(true);
  });

  test("cannot be asked when nobody is there", () => {
    const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    const interrupts = { signal: new AbortController().signal, interrupt: () => undefined };
    expect(createTerminal({ ...streams, interrupts }).ask).toBeUndefined();
  });
});

test("a reader that has gone is no reason to stop", async () => {
  const stdout = new PassThrough();
  const interrupts = { signal: new AbortController().signal, interrupt: () => undefined };
  const terminal = createTerminal({ stdin: new PassThrough(), stdout, stderr: new PassThrough(), interrupts });
  stdout.destroy(new Error("EPIPE"));
  terminal.print("nobody reads this");
  await new Promise((resolve) => void setImmediate(resolve));
});

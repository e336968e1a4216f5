import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { COMMAND_ROWS } from "./command-rows.ts";
import type { CommandRow, Given } from "./command-row.ts";
import { createProgram } from "./create-program.ts";
import { toUsageFailure } from "./usage-failure.ts";

type Dispatched = { readonly row: CommandRow; readonly given: Given };

const parse = async (...argv: readonly string[]): Promise<Dispatched | undefined> => {
  let dispatched: Dispatched | undefined;
  const dispatch = async (row: CommandRow, given: Given): Promise<void> => {
    dispatched = { row, given };
  };
  await createProgram(COMMAND_ROWS, dispatch, { print: () => undefined }).parseAsync(argv, { from: "user" });
  return dispatched;
};

const installOf = async (...rest: readonly string[]): Promise<unknown> =>
  (await parse("order", "a.example", ...rest))?.given.options["install"];

const objection = async (...argv: readonly string[]): Promise<string> => {
  try {
    await parse(...argv);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return toUsageFailure(thrown).message;
    throw thrown;
  }
  return "none";
};

describe("the command line", () => {
  test("takes arguments, options that repeat, and options before or behind the command", async () => {
    const { row, given } =
      (await parse(
        "--json",
        "order",
        "a.example",
        "b.example",
        "--contact",
        "x@example.com",
        "--contact",
        "y@example.com",
        "--home",
        "/tmp/seal",
      )) ?? {};
    expect(row?.usage).toBe("order [names...]");
    expect(given?.args).toEqual([["a.example", "b.example"]]);
    expect(given?.options).toMatchObject({
      json: true,
      home: "/tmp/seal",
      contact: ["x@example.com", "y@example.com"],
    });
  });

  test("knows --install, --no-install, and neither", async () => {
    expect(await installOf("--install", "panel:shop")).toEqual(["panel:shop"]);
    expect(await installOf("--no-install")).toBe(false);
    expect(await installOf()).toBeUndefined();
  });

  test("finds a command of two words", async () => {
    const { row, given } = (await parse("audit", "verify", "ord_1")) ?? {};
    expect(row?.usage).toBe("audit verify [order]");
    expect(given?.args).toEqual(["ord_1"]);
  });

  test.each([
    [["ordr"], "ordr: there is no such command; did you mean order."],
    [["list", "--jsn"], "--jsn: there is no such option; did you mean --json."],
    [["status", "ord_1", "ord_2"], "the command line: more arguments were given than it takes."],
    [["timeline"], "order: something is missing here."],
    [["check"], "names: something is missing here."],
    [["order", "a.example", "--years"], "--years <number>: it needs a value."],
    [["audit"], "audit: something is missing here."],
    [["audit", "verfy"], "verfy: there is no such command."],
  ])("objects to %j in one sentence", async (argv, sentence) => {
    expect(await objection(...argv)).toBe(sentence);
  });
});

describe("every command", () => {
  test.each(COMMAND_ROWS.map((row) => [row.usage, row] as const))(
    "%s can be loaded and shows how it is used",
    async (usage, row) => {
      expect(await row.load()).toBeTypeOf("function");
      expect(row.examples.length).toBeGreaterThan(0);
      for (const example of row.examples) expect(example).toContain(`hostseal ${usage.split(" ")[0]}`);
    },
  );
});

import { failure } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "../composition/environment.ts";
import { reportFailure } from "./report-failure.ts";

const heard = (
  thrown: unknown,
  { isJson = false, debug = "", signal = new AbortController().signal } = {},
): { readonly exit: number; readonly printed: readonly string[]; readonly noted: readonly string[] } => {
  const printed: string[] = [];
  const noted: string[] = [];
  const terminal = {
    print: (line: string) => void printed.push(line),
    note: (line: string) => void noted.push(line),
    isWatched: false,
    ask: undefined,
  };
  const environment = readEnvironment({ HOSTSEAL_DEBUG: debug });
  return { exit: reportFailure(thrown, { terminal, environment, signal, isJson }), printed, noted };
};

describe("what went wrong", () => {
  test("is one sentence and what to do, beside the output", () => {
    const { exit, printed, noted } = heard(failure("order.unknown", { order: "ord_1" }));
    expect(exit).toBe(1);
    expect(printed).toEqual([]);
    expect(noted).toEqual(["hostseal: There is no order ord_1 here. `hostseal list` shows all orders."]);
  });

  test("is an object for a program, in the output, with the other side's words as evidence", () => {
    const lost = failure("issuer.rejected", { issuer: "CA", because: "no" }, { evidence: "E17" });
    const { printed, noted } = heard(lost, { isJson: true });
    expect(noted).toEqual([]);
    expect(JSON.parse(printed[0] ?? "")).toEqual({
      type: "failure",
      code: "issuer.rejected",
      sentence: "CA refused the request: no.",
      fix: lost.fix,
      actor: "customer",
      evidence: "E17",
    });
  });

  test.each([
    ["input.name", failure("input.name", { input: "x", because: "y" }), 2],
    ["order.invalid", failure("order.invalid", { because: "y" }), 2],
    ["store.full", failure("store.full", { folder: "x", because: "y" }), 1],
  ])("has the exit code of its kind (%s)", (_code, thrown, exit) => {
    expect(heard(thrown).exit).toBe(exit);
  });

  test("shows the stack of a mistake of ours only on demand", () => {
    const mistake = new TypeError("undefined is not a function");
    expect(heard(mistake)).toMatchObject({
      exit: 70,
      noted: [expect.stringMatching(/^hostseal: Hostseal made a mistake/)],
    });
    expect(heard(mistake, { debug: "1" }).noted.join("\n")).toContain("report-failure.test.ts");
  });

  test("is an interruption when Ctrl-C came, whatever was thrown", () => {
    expect(heard(new Error("aborted"), { signal: AbortSignal.abort() })).toMatchObject({ exit: 130 });
  });
});

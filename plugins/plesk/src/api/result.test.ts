import { expect, it } from "vitest";
import { toResult } from "./result.ts";

it("is ok with what it brings, or refused with number and words", () => {
  const content = { status: "ok", id: "82" };
  expect(toResult(content)).toEqual({ kind: "ok", content });
  expect(toResult({ status: "error", errcode: "1013", errtext: "Object not found." })).toEqual({
    kind: "refused",
    code: 1013,
    text: "Object not found.",
  });
});

it.each(["", "ok", {}, { status: "fine" }, { status: "error" }, { status: "error", errcode: "many" }])(
  "is nothing in %j",
  (tree) => {
    expect(toResult(tree)).toBeUndefined();
  },
);

it.each([
  "Bad key: -----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY----- given",
  "Bad key: -----BEGIN RSA PRIVATE KEY-----\nMIGH and no end of it",
])("repeats no private key of %j", (errtext) => {
  const result = toResult({ status: "error", errcode: "1023", errtext });
  expect(result).toMatchObject({ text: expect.stringMatching(/^Bad key: \[secret\]/) });
  expect(JSON.stringify(result)).not.toContain("MIGH");
});

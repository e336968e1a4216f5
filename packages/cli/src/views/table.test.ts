import { expect, test } from "vitest";
import { toTable } from "./table.ts";

test("columns stand under their titles, wide letters counted as wide, nothing at the ends of lines", () => {
  expect(
    toTable(
      ["Name", "Until"],
      [
        ["example.com", "2027-06-08"],
        ["日本.example", ""],
      ],
    ),
  ).toEqual(["Name          Until", "example.com   2027-06-08", "日本.example"]);
});

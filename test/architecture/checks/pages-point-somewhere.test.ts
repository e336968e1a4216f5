import { expect, test } from "vitest";
import { pagesPointSomewhere } from "./pages-point-somewhere.ts";

const find = (text: string) =>
  pagesPointSomewhere.find([
    { path: "docs/page.md", text },
    { path: "docs/adr/first.md", text: "" },
    { path: "shared/core/src/order.ts", text: "" },
    { path: "docs/test/sample.json", text: "" },
  ]);

test("says which link leads nowhere", () => {
  expect(find("\nsee [this](gone.md#part)")).toEqual(["docs/page.md:2 points to gone.md#part, which is not there."]);
});

test("says which file in backticks is not there", () => {
  expect(find("in `shared/core/src/gone.ts`")).toEqual([
    "docs/page.md:1 points to shared/core/src/gone.ts, which is not there.",
  ]);
});

test("is content with files, folders and other places", () => {
  const text = "[a](adr/first.md), [b](adr/), [c](../shared/core/src/order.ts), [d](https://example.com/x), [e](#part)";
  expect(find(`${text}, \`shared/core/src/\`, \`packages/*/src\`, \`test/sample.json\`, \`src/rows/\``)).toEqual([]);
});

import { expect, test } from "vitest";
import { pathsAreDecoded } from "./paths-are-decoded.ts";

const find = (text: string) => pathsAreDecoded.find([{ path: "test/a.ts", text }]);

test("says where a path with a space in it would break", () => {
  expect(find('const path = new URL("b.ts", import.meta.url).pathname;')).toEqual([
    "test/a.ts:1 takes a path out of a URL, where a space is %20. Use fileURLToPath.",
  ]);
});

test("is content with decoded paths, and with paths of other URLs", () => {
  expect(find('fileURLToPath(new URL("b.ts", import.meta.url));\nnew URL(request.url).pathname;')).toEqual([]);
});

import { expect, test } from "vitest";
import { namesSayWhat } from "./names-say-what.ts";

const find = (path: string) => namesSayWhat.find([{ path, text: "" }]);

test("says which word is empty, in a file or a folder", () => {
  expect(find("shared/core/src/order-utils.ts")).toEqual([
    'shared/core/src/order-utils.ts: "utils" says nothing. Name the file after its main export.',
  ]);
  expect(find("packages/issuers/src/common/send.ts")).toHaveLength(1);
  expect(find("packages/store/src/base-store.ts")).toHaveLength(1);
});

test("is content with names that say something, and with terms of the field", () => {
  expect(find("shared/rules/src/names/base-domain.ts")).toEqual([]);
  expect(find("packages/pki/src/common-name.ts")).toEqual([]);
  expect(find("shared/core/src/orders/order.ts")).toEqual([]);
  expect(find("packages/installer/src/transport/nothing-in-common.ts")).toEqual([]);
});

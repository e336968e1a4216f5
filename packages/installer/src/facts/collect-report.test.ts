import { expect, test } from "vitest";
import { toOctal } from "./collect-report.ts";

test.each([
  ["-rw-r-----", "0640"],
  ["-rw-------.", "0600"],
  ["-rwxr-xr-x+", "0755"],
  ["-rwsr-xr-x", "4755"],
  ["-rw-r-Sr--", "2644"],
  ["drwxrwxrwt", "1777"],
  ["drwxrwx--T", "1770"],
  ["----------", "0000"],
])("reads %s as %s", (letters, octal) => {
  expect(toOctal(letters)).toBe(octal);
});

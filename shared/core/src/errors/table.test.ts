import { describe, expect, test } from "vitest";
import { ERROR_CODES, errors } from "./table.ts";

const rows = ERROR_CODES.map((code) => ({ code, row: errors[code] }));

describe("the table of errors", () => {
  test("keeps the codes of one theme together", () => {
    const themes = ERROR_CODES.map((code) => code.slice(0, code.indexOf(".")));
    const turns = themes.filter((theme, index) => theme !== themes[index - 1]);
    expect(turns).toHaveLength(new Set(themes).size);
  });

  test.each(rows)("says of $code what is wrong, what to do, and who is to act", ({ code, row }) => {
    expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(row.sentence).toMatch(/[.]$/);
    expect(row.fix).toMatch(/[.]$/);
    expect(["customer", "partner", "operator", "issuer", "hostseal"]).toContain(row.actor);
    expect(["never", "soon", "told", "after-change"]).toContain(row.retry);
    expect(row.status).toBeGreaterThanOrEqual(400);
    expect(row.status).toBeLessThan(600);
  });

  test("says 'nothing to do' only where nobody has to do anything, and never leaves us to act on what cannot help", () => {
    for (const { code, row } of rows) {
      if (row.actor === "hostseal") expect(row.fix, code).toMatch(/^Nothing to do/);
      if (row.actor === "hostseal") expect(row.retry, code).not.toBe("never");
      if (row.retry === "never") expect(row.fix, code).not.toMatch(/again by ourselves/);
    }
  });
});

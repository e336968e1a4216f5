import { ERROR_CODES, waits } from "@hostseal/core";
import { allRules } from "@hostseal/rules";
import { expect, test } from "vitest";
import { errorsPage } from "./errors-page.ts";
import { rulesPage } from "./rules-page.ts";
import { waitingPage } from "./waiting-page.ts";

test("every error code has a heading to link to", () => {
  const page = errorsPage.text();
  for (const code of ERROR_CODES) expect(page).toContain(`\n### \`${code}\`\n`);
});

test("every reason to wait has a heading to link to", () => {
  const page = waitingPage.text();
  for (const reason of Object.keys(waits)) expect(page).toContain(`\n## \`${reason}\`\n`);
});

test("every rule is there, each row with its source", () => {
  const page = rulesPage.text();
  for (const { id, citation } of allRules()) {
    expect(page).toContain(`\n\`${id}\`\n`);
    expect(page).toContain(citation.section.replaceAll("_", String.raw`\_`));
  }
});

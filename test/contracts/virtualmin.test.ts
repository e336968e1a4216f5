import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "./host-contract.ts";
import { openPanelSubject } from "./host-panel-subject.ts";
import { virtualminUnderTest } from "./virtualmin-under-test.ts";

const panels = [
  virtualminUnderTest("Virtualmin, as the owner of the sites", { as: "owner" }),
  virtualminUnderTest("Virtualmin, as its administrator", { as: "master" }),
];

describe.each(panels)("$title", (panel) => {
  it.for(hostContractFor(panel.capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(panel);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

import { describe, it, onTestFinished } from "vitest";
import { directadminUnderTest } from "./directadmin-subject.ts";
import { hostContractFor } from "./host-contract.ts";
import { openPanelSubject } from "./host-panel-subject.ts";

const servers = [
  directadminUnderTest("DirectAdmin"),
  directadminUnderTest("DirectAdmin before /api/domain-tls", { edition: "older" }),
];

describe.each(servers)("$title", (server) => {
  it.for(hostContractFor(server.capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(server);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

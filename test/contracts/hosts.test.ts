import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "./host-contract.ts";
import { openDemoSubject } from "./host-demo-subject.ts";

const can = { can: true } as const;
const cannot = { can: false, because: "not in this hosting package" } as const;

const hosts = [
  { title: "the demo host", lacks: [], capabilities: { zone: can, webroot: can, keys: can } },
  {
    title: "the demo host of a small package",
    lacks: ["zone", "webroot", "keys"] as const,
    capabilities: { zone: cannot, webroot: cannot, keys: cannot },
  },
];

describe.each(hosts)("$title", ({ lacks, capabilities }) => {
  it.for(hostContractFor(capabilities))("$name", async (check, { annotate }) => {
    const subject = await openDemoSubject({ lacks });
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

import { cannot } from "@hostseal/core";
import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "../../contracts/host-contract.ts";
import { openSshSubject } from "./ssh-subject.ts";

const no = cannot("not here");

describe("nginx over SSH keeps the contract of hosts: it", () => {
  it.for(hostContractFor({ zone: no, webroot: no, keys: no }))(
    "$name",
    { timeout: 60_000 },
    async (check, { annotate }) => {
      const subject = await openSshSubject();
      onTestFinished(async () => subject.close());
      const measured = await check.run(subject);
      if (measured) await annotate(measured);
    },
  );
});

import { AssertionError } from "node:assert";
import { failure } from "@hostseal/core";
import type { VirtualminHabits } from "@hostseal/panel-doubles/virtualmin";
import { expect, it, onTestFinished } from "vitest";
import { hostContract } from "./host-contract.ts";
import { openPanelSubject } from "./host-panel-subject.ts";
import { virtualminUnderTest } from "./virtualmin-under-test.ts";

const yes = { needs: "ssl" as const, run: () => "Installing new SSL files ..\n.. done\n" };

const careless: readonly (VirtualminHabits & { readonly title: string; readonly foundBy: string })[] = [
  {
    title: "adds every record and none",
    programs: { "modify-dns": { needs: "records", run: () => ".. done\n" } },
    foundBy: "adds a record that DNS shows at once, and only once",
  },
  {
    title: "says that it installs, and does not",
    programs: { "install-cert": yes },
    foundBy: "serves the new certificate once it is applied",
  },
];

const turnedAway = async (): Promise<never> => {
  throw failure("host.unauthorised", { host: "panel" });
};

const contractSays = (name: string) => hostContract.find((check) => check.name === name);

it.each(careless)("a panel that $title is found out", async ({ foundBy, ...habits }) => {
  const subject = await openPanelSubject(virtualminUnderTest("careless", habits));
  onTestFinished(async () => subject.close());
  await expect(contractSays(foundBy)?.run(subject)).rejects.toThrow();
});

it("an adapter that believes such a panel is found out by what visitors are served", async () => {
  const subject = await openPanelSubject(virtualminUnderTest("careless", { programs: { "install-cert": yes } }));
  onTestFinished(async () => subject.close());
  const believing = { ...subject.host, apply: async () => undefined };
  const check = contractSays("serves the new certificate once it is applied");
  await expect(check?.run({ ...subject, host: believing })).rejects.toBeInstanceOf(AssertionError);
});

it("a panel that takes whoever comes is found out by the first thing it tells them", async () => {
  const subject = await openPanelSubject(virtualminUnderTest("careless", { isOpen: true }));
  onTestFinished(async () => subject.close());
  const verbs = ["examine", "installed", "plan", "apply", "commit", "rollback"] as const;
  const welcome = subject.connectAsStranger();
  const elsewhereStrict = Object.fromEntries(verbs.map((verb) => [verb, turnedAway])) as Record<
    (typeof verbs)[number],
    typeof turnedAway
  >;
  const check = contractSays("says so when the credential is not known, whatever it is asked");
  const { id, manifest } = welcome;
  const stranger = { id, manifest, ...elsewhereStrict, sites: async () => welcome.sites() };
  await expect(check?.run({ ...subject, connectAsStranger: () => stranger })).rejects.toBeInstanceOf(AssertionError);
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemo, systemRandom } from "@hostseal/cli";
import type { Demo } from "@hostseal/cli";
import { fromIso } from "@hostseal/rules";

/** A demo world in this process, with a data folder that other processes can work in. */
export const openDemo = async (
  options: { readonly withServer?: boolean } = {},
): Promise<{ readonly demo: Demo; readonly folder: string; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-cli-"));
  const demo = await startDemo({
    home: join(folder, "home"),
    start: fromIso("2026-11-21T12:00:00Z"),
    random: systemRandom,
    ...options,
  });
  const close = async (): Promise<void> => {
    await demo[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  };
  return { demo, folder, close };
};

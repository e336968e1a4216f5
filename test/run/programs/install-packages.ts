import { runProgram } from "../run-program.ts";
import { findProgram } from "./find-program.ts";
import { withoutServices } from "./without-services.ts";

const QUIET = { environment: { DEBIAN_FRONTEND: "noninteractive" } };
/** Another apt at work is waited for; an interrupt has to come back here, so that the policy is taken away again. */
const INSTALL = ["install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];

/** Whether packages can be installed here: Debian's tool is there, and we are root. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && findProgram("apt-get") !== undefined;

/** Installs Debian packages without starting any service. Gives what apt said when it failed. */
export const installPackages = async (names: readonly string[]): Promise<string | undefined> => {
  const updated = await runProgram("apt-get", ["update"], QUIET);
  if (updated.code !== 0) return updated.output;
  const installed = await withoutServices(() => runProgram("apt-get", [...INSTALL, ...names], QUIET));
  return installed.code === 0 ? undefined : installed.output;
};

import type { DebianPackage } from "./debian-packages.ts";
import { findProgram } from "./find-program.ts";
import { installPackages, mayInstall } from "./install-packages.ts";

export type Brought = {
  readonly installed: readonly DebianPackage[];
  /** Those with a program that is still not there. */
  readonly missing: readonly DebianPackage[];
  /** Why they are still missing. */
  readonly because?: string;
};

const isMissing = ({ programs }: DebianPackage): boolean =>
  programs.some((program) => findProgram(program) === undefined);

/** The last lines of what apt said; the first ones only tell what it read. */
const endOf = (output: string): string => output.trimEnd().split("\n").slice(-5).join("\n");

/** Installs what the tests need and is not there, where that may be done. */
export const bringPrograms = async (packages: readonly DebianPackage[]): Promise<Brought> => {
  const wanted = packages.filter(isMissing);
  if (wanted.length === 0) return { installed: [], missing: [] };
  if (!mayInstall()) return { installed: [], missing: wanted, because: "installing needs root, and apt-get" };
  const trouble = await installPackages(wanted.map(({ name }) => name));
  const missing = wanted.filter(isMissing);
  const because = trouble === undefined ? "apt-get did not bring them" : endOf(trouble);
  return { installed: wanted.filter((one) => !missing.includes(one)), missing, ...(missing.length > 0 && { because }) };
};

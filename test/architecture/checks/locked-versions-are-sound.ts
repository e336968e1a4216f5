import type { Check } from "../check.ts";

type Floor = {
  readonly name: string;
  readonly least: string;
  readonly never?: readonly string[];
  readonly because: string;
};

/** The oldest versions that may be locked, with the flaw that was mended in them. */
const FLOORS: readonly Floor[] = [
  {
    name: "axios",
    least: "1.19.0",
    never: ["1.14.1", "0.30.4"],
    because: "CVE-2026-67313, -67314, -67320, -67321; 1.14.1 and 0.30.4 were malware",
  },
  { name: "node-forge", least: "1.4.0", because: "CVE-2026-33891, -33894, -33895, -33896: forged signatures" },
  { name: "path-to-regexp", least: "8.4.2", because: "CVE-2026-4867, -4923, -4926" },
  { name: "qs", least: "6.16.0", because: "CVE-2026-82417, -82562" },
  { name: "body-parser", least: "2.2.1", because: "CVE-2025-13466" },
  { name: "ejs", least: "3.1.10", because: "the class of CVE-2022-29078" },
];

const LOCKED = /^ {2}'?(?<name>@?[\w./-]+?)@(?<version>\d+\.\d+\.\d+[\w.+-]*)[^:\n]*'?:/gm;

const isBelow = (version: string, least: string): boolean => {
  const [mine, wanted] = [version, least].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (mine?.[index] ?? 0) - (wanted?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return version.includes("-");
};

const objection = (name: string, version: string): readonly string[] => {
  const floor = FLOORS.find((one) => one.name === name);
  if (floor === undefined || !(isBelow(version, floor.least) || floor.never?.includes(version))) return [];
  return [`pnpm-lock.yaml locks ${name} ${version}; ${floor.least} is the oldest that may be (${floor.because}).`];
};

/** Such packages name their operating system in a way that pnpm 10 and 12 write down differently, and refuse of each other. */
const isPlatformNode = (name: string): boolean => /^node-(linux|darwin|win)-/.test(name);

export const lockedVersionsAreSound: Check = {
  title: "no package is locked in a version with a known flaw",
  find: (files) => {
    const lock = files.find(({ path }) => path === "pnpm-lock.yaml")?.text ?? "";
    const locked = [...lock.matchAll(LOCKED)].map(({ groups }) => ({
      name: groups?.["name"] ?? "",
      version: groups?.["version"] ?? "",
    }));
    if (locked.length === 0) return ["pnpm-lock.yaml names no package, so nothing can be said about its versions."];
    const flaws = locked.flatMap(({ name, version }) => objection(name, version));
    const platform = locked
      .filter(({ name }) => isPlatformNode(name))
      .map(({ name }) => `pnpm-lock.yaml locks ${name}. Node comes from .boot/package-lock.json.`);
    return [...new Set([...flaws, ...platform])];
  },
};

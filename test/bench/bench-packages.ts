import type { DebianPackage } from "../run/programs/debian-packages.ts";

/** What only benchmarks use, to compare with; the tests do not install it. */
export const BENCH_PACKAGES: readonly DebianPackage[] = [
  { name: "ansible-core", programs: ["ansible-playbook"], why: "puts a certificate on twenty hosts, as we do" },
];

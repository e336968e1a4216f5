/** A Debian package that tests use as an opinion from outside, and what for. */
export type DebianPackage = { readonly name: string; readonly programs: readonly string[]; readonly why: string };

/** Everything the tests need that npm does not bring. A test that finds none of its programs is left out by name. */
export const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  {
    name: "openssl",
    programs: ["openssl"],
    why: "reads and verifies every key, CSR, certificate and container we write",
  },
  { name: "7zip", programs: ["7zz"], why: "opens the AES-256 archives in which keys are handed over" },
  { name: "knot", programs: ["knotd", "keymgr"], why: "serves zones that are really signed, for DNSSEC" },
  { name: "unbound", programs: ["unbound"], why: "validates those zones, so that its verdict can be read" },
];

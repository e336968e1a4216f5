export { enrolHostKey } from "./enrol-host-key.ts";
export { matchesGlob, matchesPatternList } from "./host-pattern.ts";
export { type HostKey, hostKeyFingerprint, toHostKey } from "./host-key.ts";
export { type HostKeyVerdict, type HostPlace, judgeHostKey, revokedKeysAt, trustedKeysAt } from "./judge-host-key.ts";
export { parseKnownHosts } from "./parse-known-hosts.ts";

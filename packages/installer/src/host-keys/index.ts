export { enrolHostKey, type HostKeyEnrolment } from "./enrol-host-key.ts";
export { matchesGlob, matchesPatternList } from "./host-pattern.ts";
export { type HostKey, hostKeyFingerprint, isSameHostKey, toHostKey } from "./host-key.ts";
export { type HostKeyVerdict, type HostPlace, judgeHostKey, revokedKeysAt, trustedKeysAt } from "./judge-host-key.ts";
export { type KnownHost, parseKnownHosts } from "./parse-known-hosts.ts";

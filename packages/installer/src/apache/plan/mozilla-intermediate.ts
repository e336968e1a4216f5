import { compareVersions, type ServerVersion } from "../dump/server-build.ts";

/**
 * Mozilla's "intermediate" recommendation for servers of the general public: guideline 6.0 of April 2026,
 * https://wiki.mozilla.org/Security/Server_Side_TLS.
 */
export const MOZILLA_INTERMEDIATE = {
  version: "6.0",
  date: "2026-04",
  ciphers: [
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
  ],
  groups: ["X25519MLKEM768", "X25519", "prime256v1", "secp384r1"],
  hstsSeconds: 63_072_000,
} as const;

const TLS_1_3_SINCE: ServerVersion = [2, 4, 37];
const CONF_CMD_SINCE: ServerVersion = [2, 4, 8];
const X25519_SINCE: ServerVersion = [1, 1, 0];
const MLKEM_SINCE: ServerVersion = [3, 5, 0];

const isSince = (version: ServerVersion | undefined, since: ServerVersion): boolean =>
  version !== undefined && compareVersions(version, since) >= 0;

const groupsFor = (openssl: ServerVersion | undefined): readonly string[] =>
  MOZILLA_INTERMEDIATE.groups.filter((group) => group !== "X25519MLKEM768" || isSince(openssl, MLKEM_SINCE));

/**
 * The recommendation as directives that this server knows. Groups only where the OpenSSL is known: one that it does not
 * have passes the server's own test and takes it down when it is reloaded; without the line, OpenSSL's own are as good.
 */
export const intermediateLines = (version: ServerVersion, openssl: ServerVersion | undefined): readonly string[] => [
  isSince(version, TLS_1_3_SINCE) ? "SSLProtocol -all +TLSv1.2 +TLSv1.3" : "SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1",
  `SSLCipherSuite ${MOZILLA_INTERMEDIATE.ciphers.join(":")}`,
  "SSLHonorCipherOrder off",
  ...(isSince(version, CONF_CMD_SINCE) && isSince(openssl, X25519_SINCE)
    ? [`SSLOpenSSLConfCmd Curves ${groupsFor(openssl).join(":")}`]
    : []),
];

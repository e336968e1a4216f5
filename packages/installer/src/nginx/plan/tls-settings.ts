import { isAtLeast, type NginxBuild } from "../dump/nginx-build.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { effective } from "../servers/effective-settings.ts";

/** Mozilla's recommendation for servers that everybody must reach: https://ssl-config.mozilla.org/guidelines/latest.json */
export const MOZILLA_INTERMEDIATE = {
  version: "6.0",
  date: "2026-04",
  protocols: ["TLSv1.2", "TLSv1.3"],
  ciphers: [
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
  ],
  /** With the version of OpenSSL that knows the group first. */
  groups: [
    { name: "X25519MLKEM768", since: [3, 5] },
    { name: "X25519", since: [1, 1, 0] },
    { name: "prime256v1", since: [1, 0, 2] },
    { name: "secp384r1", since: [1, 0, 2] },
  ],
  /** Seconds: two years. */
  hstsMaxAge: 63_072_000,
} as const;

/** nginx takes `TLSv1.3` as a word since then, whether or not OpenSSL speaks it. */
const TLS13_SINCE = [1, 13, 0];
/** Since then nginx changes the keys of session tickets by itself; before, they lived as long as the process. */
const TICKETS_SINCE = [1, 23, 2];

/** Only what OpenSSL is known to know; other libraries and older ones keep their own groups. */
const groupsFor = ({ tls }: NginxBuild): readonly string[] =>
  MOZILLA_INTERMEDIATE.groups
    .filter(({ since }) => tls?.name === "openssl" && isAtLeast(tls.version, since))
    .map(({ name }) => name);

type TlsSetting = { readonly name: string; readonly value: string; readonly isInherited: boolean };

const own = (name: string, value: string): TlsSetting => ({ name, value, isInherited: false });
const shared = (name: string, value: string): TlsSetting => ({ name, value, isInherited: true });

/** `isInherited` settings are left out where `http` has them: a session cache is shared, and its size said once. */
const settingsFor = (build: NginxBuild): readonly TlsSetting[] => {
  const { protocols, ciphers } = MOZILLA_INTERMEDIATE;
  const spoken = isAtLeast(build.version, TLS13_SINCE) ? protocols : protocols.slice(0, 1);
  const groups = groupsFor(build);
  return [
    own("ssl_protocols", spoken.join(" ")),
    own("ssl_ciphers", ciphers.join(":")),
    ...(groups.length > 0 ? [own("ssl_ecdh_curve", groups.join(":"))] : []),
    own("ssl_prefer_server_ciphers", "off"),
    shared("ssl_session_timeout", "1d"),
    shared("ssl_session_cache", "shared:hostseal:10m"),
    ...(isAtLeast(build.version, TICKETS_SINCE) ? [] : [shared("ssl_session_tickets", "off")]),
  ];
};

/** The lines a server needs that had no TLS before; what it says itself already is left as it is. */
export const tlsSettingLines = ({ levels }: NginxServer, build: NginxBuild): readonly string[] => {
  const { version, date } = MOZILLA_INTERMEDIATE;
  const lines = settingsFor(build)
    .filter(({ name, isInherited }) => (isInherited ? effective(levels, name).length === 0 : !levels.server.has(name)))
    .map(({ name, value }) => `${name} ${value};`);
  return lines.length === 0 ? [] : [`# TLS settings: Mozilla intermediate ${version} (${date})`, ...lines];
};

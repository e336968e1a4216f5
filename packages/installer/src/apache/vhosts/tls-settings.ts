import type { Active } from "../tree/active.ts";
import type { CertificatePair, Setting, TlsSettings } from "./virtual-host.ts";

const settingsOf = (actives: readonly Active[], name: string, isInherited: boolean): readonly Setting[] =>
  actives
    .filter(({ directive }) => directive.name === name)
    .map((active) => ({ value: active.args[0]?.text ?? "", active, isInherited }));

/** What a virtual host lists takes the place of as many entries of the server's list; the rest of that stays. */
const merged = (own: readonly Setting[], inherited: readonly Setting[]): readonly Setting[] => [
  ...own,
  ...inherited.slice(own.length),
];

/** The directives that stand right in a virtual host or in the server, not in a section such as `<Directory>`. */
export type Scopes = { readonly own: readonly Active[]; readonly server: readonly Active[] };

/** The TLS settings in force, merged as mod_ssl does (`modssl_ctx_cfg_merge_certkeys_array` in ssl_engine_config.c). */
export const tlsSettings = ({ own, server }: Scopes): TlsSettings => {
  const list = (name: string): readonly Setting[] =>
    merged(settingsOf(own, name, false), settingsOf(server, name, true));
  const last = (name: string): Setting | undefined =>
    settingsOf(own, name, false).at(-1) ?? settingsOf(server, name, true).at(-1);
  const keys = list("sslcertificatekeyfile");
  const pairs = list("sslcertificatefile").map((certificate, index): CertificatePair => ({
    certificate,
    key: keys[index],
  }));
  return { engine: last("sslengine")?.value.toLowerCase(), pairs, chain: last("sslcertificatechainfile") };
};

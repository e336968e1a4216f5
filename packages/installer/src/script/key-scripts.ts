import type { KeyType } from "@hostseal/pki";
import { quote, quoteWord } from "../shell/index.ts";
import { PRELUDE } from "./prelude.ts";

const ALGORITHMS: Readonly<Record<KeyType, readonly string[]>> = {
  "ec-p256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:named_curve"],
  "ec-p384": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-pkeyopt", "ec_param_enc:named_curve"],
  "rsa-2048": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
  "rsa-3072": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"],
  "rsa-4096": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4096"],
};

const script = (marker: string, lines: readonly string[]): string =>
  ["{", `hs_marker=${quoteWord(marker)}`, PRELUDE, ...lines, "exit 0", "}\n"].join("\n");

export type KeyWish = {
  readonly state: string;
  readonly reference: string;
  readonly keyType: KeyType;
  readonly names: readonly string[];
};

/** What `openssl req` is told: no subject, and the names as alternative names. */
const requestConfig = (names: readonly string[]): string =>
  [
    "[req]",
    "distinguished_name = subject",
    "req_extensions = extensions",
    "prompt = no",
    "string_mask = utf8only",
    "[subject]",
    `commonName = ${names.find((name) => name.length <= 64) ?? ""}`,
    "[extensions]",
    `subjectAltName = ${names.map((name) => `DNS:${name}`).join(",")}`,
    "",
  ].join("\n");

/** Makes a key with the host's own openssl, where only root reads it, and a signed request for the names. */
export const makeKeyScript = ({ state, reference, keyType, names }: KeyWish, marker: string): string =>
  script(marker, [
    `hs_key=${quoteWord(`${state}/keys/${reference}`)}`,
    "if ! hs_has openssl; then hs_say no-openssl; exit 0; fi",
    `mkdir -p "$hs_key" && chmod 700 ${quoteWord(state)} "$hs_key" &&`,
    `openssl genpkey ${quote(ALGORITHMS[keyType])} -out "$hs_key/key" 2>/dev/null &&`,
    `openssl pkey -in "$hs_key/key" -pubout -outform DER -out "$hs_key/public.der" &&`,
    `hs_digest "$hs_key/public.der" >"$hs_key/public" &&`,
    `printf '%s' ${quoteWord(requestConfig(names))} >"$hs_key/config" &&`,
    `openssl req -new -sha256 -key "$hs_key/key" -config "$hs_key/config" -out "$hs_key/request" 2>/dev/null &&`,
    `hs_sync "$hs_key/key" "$hs_key/public" "$hs_key" && hs_block request <"$hs_key/request"`,
  ]);

export type ForgetWish = {
  readonly state: string;
  readonly reference: string;
  /** Keys that were installed beside the configuration and are named nowhere in it. */
  readonly unused: readonly string[];
};

/** Removes a kept key, and copies of it that nothing uses; copies in use stay, and so does everything else. */
export const forgetKeyScript = ({ state, reference, unused }: ForgetWish, marker: string): string =>
  script(marker, [
    `hs_key=${quoteWord(`${state}/keys/${reference}`)}`,
    'hs_wanted=$(hs_digest "$hs_key/key")',
    `for hs_copy in ${quote(unused)}; do`,
    '  if [ "$hs_wanted" != absent ] && [ "$(hs_digest "$hs_copy")" = "$hs_wanted" ]; then rm -f "$hs_copy"; fi',
    "done",
    'rm -rf "$hs_key"',
    "hs_say forgotten",
  ]);

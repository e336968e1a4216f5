import { sh } from "./sh.ts";

/**
 * Private keys that the host makes with its own openssl, where only root reads them: no subject, and the names as
 * alternative names. Forgotten are a kept key and copies of it that nothing names; what is in use stays.
 */
export const KEYS = sh`
hs_request_config() {
  hs_common=; hs_alternatives=
  for hs_name in $1; do
    if [ -z "$hs_common" ] && [ "$\{#hs_name}" -le 64 ]; then hs_common=$hs_name; fi
    hs_alternatives="$hs_alternatives,DNS:$hs_name"
  done
  printf '%s\n' '[req]' 'distinguished_name = subject' 'req_extensions = extensions' 'prompt = no' 'string_mask = utf8only' \
    '[subject]' "commonName = $hs_common" '[extensions]' "subjectAltName = $\{hs_alternatives#,}"
}
hs_generate() {
  case $1 in
    ec-p256) set -- EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve ;;
    ec-p384) set -- EC -pkeyopt ec_paramgen_curve:P-384 -pkeyopt ec_param_enc:named_curve ;;
    rsa-2048) set -- RSA -pkeyopt rsa_keygen_bits:2048 ;;
    rsa-3072) set -- RSA -pkeyopt rsa_keygen_bits:3072 ;;
    rsa-4096) set -- RSA -pkeyopt rsa_keygen_bits:4096 ;;
    *) return 1 ;;
  esac
  openssl genpkey -algorithm "$@" -out "$hs_key/key" 2>/dev/null
}
hs_make_files() {
  mkdir -p "$hs_key" && chmod 700 "$hs_state" "$hs_key" && hs_generate "$hs_type" &&
    openssl pkey -in "$hs_key/key" -pubout -outform DER -out "$hs_key/public.der" &&
    hs_digest "$hs_key/public.der" >"$hs_key/public" &&
    ( set -f; hs_request_config "$hs_names" ) >"$hs_key/config" &&
    openssl req -new -sha256 -key "$hs_key/key" -config "$hs_key/config" -out "$hs_key/request" 2>/dev/null &&
    [ -s "$hs_key/request" ] && hs_sync "$hs_key/key" "$hs_key/public" "$hs_key"
}
hs_make_key() {
  hs_key=$hs_state/keys/$hs_reference
  if ! hs_has openssl; then hs_say no-openssl; return; fi
  if hs_make_files 2>/dev/null; then hs_block request <"$hs_key/request"; return; fi
  rm -rf "$hs_key"
  hs_say unmade
}
hs_forget_key() {
  hs_key=$hs_state/keys/$hs_reference
  hs_sought=$(hs_digest "$hs_key/key")
  if [ "$hs_sought" != absent ] && hs_meet "$\{hs_server%% *}" "$\{hs_server#* }" && hs_find_home; then
    for hs_pair in "$hs_ours"/*.key; do
      if [ "$(hs_digest "$hs_pair")" = "$hs_sought" ] && ! hs_is_named "$hs_pair"; then rm -f "$hs_pair"; fi
    done
  fi
  rm -rf "$hs_key"
  hs_say forgotten
}
`;

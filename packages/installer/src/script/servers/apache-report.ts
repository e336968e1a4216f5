import { sh } from "../sh.ts";

/** What the probe says of an Apache: all that its own dumps say, its files, its certificates, and modules at hand. */
export const APACHE_REPORT = sh`
hs_apache_environs() {
  while IFS= read -r hs_path; do tr '$' '\n' <"$hs_path"; echo; done |
    sed -n 's/^{\([A-Za-z_][A-Za-z0-9_]*\)}.*/\1/p' | sort -u | while IFS= read -r hs_name; do
      tr '\0' '\n' <"/proc/$hs_apache_pid/environ" | sed -n "s/^$hs_name=/$hs_marker environment $hs_name=/p" | head -n 1
    done
}
hs_apache_certificates() {
  sed -n '/^Server certificates:/,$s/^  *\(..*\)$/\1/p' "$hs_dump"
  hs_apache_setting '[Ss][Ss][Ll][Cc]ertificate[Ff]ile' <"$hs_dump.files"
}
hs_apache_key() {
  hs_key "$1"
  hs_has openssl && [ -r "$hs_path" ] && ! grep -q ENCRYPTED "$hs_path" || return 0
  openssl pkey -in "$hs_path" -pubout -outform DER >"$hs_dump.public" 2>/dev/null </dev/null || : >"$hs_dump.public"
  if [ -s "$hs_dump.public" ]; then hs_say "public $(hs_digest "$hs_dump.public") $hs_path"; else hs_say "public none $hs_path"; fi
}
hs_apache_modules() {
  for hs_module in ssl socache_shmcb headers setenvif mime; do
    for hs_end in load conf; do
      hs_path=$hs_folder/mods-available/$hs_module.$hs_end
      if [ -r "$hs_path" ]; then hs_block "available $hs_path" <"$hs_path"; fi
    done
  done
  hs_apache_setting '[Ll]oad[Mm]odule[[:space:]][[:space:]]*[^[:space:]]*' <"$hs_dump.files" | sed 's,[^/]*$,,' | sort -u |
    while IFS= read -r hs_path; do
      case $hs_path in /*) ;; *) hs_path=$hs_server_root/$hs_path ;; esac
      for hs_module in ssl socache_shmcb headers; do
        if [ -e "$hs_path/mod_$hs_module.so" ]; then hs_say "module $hs_module $hs_path"; fi
      done
    done
}
hs_apache_read() {
  sed -n 's/^ *([0-9*]*) \(\/.*\)$/\1/p' "$hs_dump" >"$hs_dump.files"
  hs_server_root=$(sed -n 's/^ServerRoot: "\(.*\)"$/\1/p' "$hs_dump")
  hs_folder=$hs_server_root
  while IFS= read -r hs_path; do
    hs_read_too "$hs_path"
    hs_block "content $hs_path" <"$hs_path"
  done <"$hs_dump.files"
  hs_apache_environs <"$hs_dump.files"
  hs_each hs_certificate "$(hs_apache_certificates | sort -u)"
  hs_each hs_apache_key "$(hs_apache_setting '[Ss][Ss][Ll][Cc]ertificate[Kk]ey[Ff]ile' <"$hs_dump.files")"
  hs_folder=$\{hs_main%/*}
  hs_own_files
  hs_tell_files
  hs_apache_modules
}
hs_apache_report() {
  hs_each hs_say_argument "$(hs_apache_options "$hs_apache_pid")"
  hs_say "main $hs_main"
  hs_each hs_say_built "$("$hs_apache_exe" -V </dev/null 2>&1)"
  hs_sockets "$hs_apache_pid"
  if [ "$hs_user" != 0 ]; then return; fi
  hs_dump=/tmp/hostseal.$hs_marker
  hs_create "$hs_dump" || return
  if hs_apache_run -t -D DUMP_VHOSTS -D DUMP_INCLUDES -D DUMP_RUN_CFG -D DUMP_MODULES -D DUMP_CERTS >"$hs_dump" 2>"$hs_dump.errors"; then
    hs_say green
    hs_green=$hs_green$hs_met$hs_nl
    hs_apache_read
  fi
  hs_block errors <"$hs_dump.errors"
  hs_block dump <"$hs_dump"
  rm -f "$hs_dump" "$hs_dump.errors" "$hs_dump.files" "$hs_dump.public"
}
`;

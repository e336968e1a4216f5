/**
 * A throw-away Apache with nothing but the pair, on a port of loopback and in a folder of its own: the server's own
 * test does not load certificates, and a pair that does not load takes the whole server down when it is reloaded. It
 * has come up when it writes its pid, which is after it has loaded what it was given. One that was left behind by a run
 * that was killed ends by itself, or with the next.
 */
export const APACHE_TRIAL = String.raw`
hs_apache_escaped() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
hs_apache_load() {
  hs_loaded=$(grep " $1_module " "$hs_room/modules") || [ "$1" = ssl ] || return 0
  case $hs_loaded in *'(static)'*) return 0 ;; esac
  hs_so=$(sed -n "s/^$1_module[[:space:]][[:space:]]*\"\{0,1\}\([^\"]*[^\"[:space:]]\)\"\{0,1\}[[:space:]]*\$/\1/p" "$hs_room/lines" | head -n 1)
  if [ -z "$hs_so" ]; then hs_so=$(sed -n 's/^authz_core_module[[:space:]][[:space:]]*"\{0,1\}\([^"]*\)mod_authz_core.so.*/\1/p' "$hs_room/lines" | head -n 1)mod_$1.so; fi
  case $hs_so in /*) ;; *) hs_so=$hs_server_root/$hs_so ;; esac
  printf 'LoadModule %s_module "%s"\n' "$1" "$hs_so"
}
hs_apache_trial_config() {
  hs_apache_run -M >"$hs_room/modules" 2>/dev/null
  hs_apache_files | while IFS= read -r hs_path; do sed -n 's/^[[:space:]]*[Ll]oad[Mm]odule[[:space:]][[:space:]]*//p' "$hs_path"; done >"$hs_room/lines"
  hs_server_root=$(hs_apache_configured ServerRoot)
  for hs_module in $(sed -n 's/^ *\(mpm_[a-z]*\)_module .*/\1/p' "$hs_room/modules") authz_core unixd ssl; do hs_apache_load "$hs_module"; done
  printf '%s\n' "ServerRoot \"$hs_room\"" "DefaultRuntimeDir \"$hs_room\"" "PidFile \"$hs_room/pid\"" "ErrorLog \"$hs_room/log\"" \
    'ErrorLogFormat "%M"' 'ServerName localhost' 'StartServers 1' 'User #65534' 'Group #65534' \
    "Listen 127.0.0.1:$3" '<VirtualHost *>' 'SSLEngine on' \
    "SSLCertificateFile \"$(hs_apache_escaped "$1")\"" "SSLCertificateKeyFile \"$(hs_apache_escaped "$2")\"" '</VirtualHost>'
}
hs_apache_bounded() { if hs_has timeout; then exec timeout 30 "$@"; else exec "$@"; fi; }
hs_apache_try() {
  hs_apache_trial_config "$1" "$2" "$3" >"$hs_room/config"
  ( eval "$hs_apache_environment"; hs_apache_bounded "$hs_apache_exe" -d "$hs_room" -f "$hs_room/config" -DFOREGROUND ) </dev/null >"$hs_room/output" 2>&1 3<&- &
  hs_tried=$!
  hs_turns=0
  while [ ! -s "$hs_room/pid" ] && hs_started "$hs_tried" && [ -n "$hs_start" ] && [ "$hs_turns" -lt 200 ]; do
    hs_nap
    hs_turns=$((hs_turns + 1))
  done
  hs_came=no
  if [ -s "$hs_room/pid" ]; then hs_came=yes; kill "$(cat "$hs_room/pid")" 2>/dev/null; else kill "$hs_tried" 2>/dev/null; fi
  wait "$hs_tried" 2>/dev/null
  [ "$hs_came" = yes ]
}
hs_apache_sweep() {
  for hs_room in "$hs_state"/trial.*; do
    if [ -s "$hs_room/pid" ] && tr '\0' ' ' <"/proc/$(cat "$hs_room/pid")/cmdline" 2>/dev/null | grep -qF -e "$hs_room/config"; then
      kill "$(cat "$hs_room/pid")" 2>/dev/null
    fi
    rm -rf "$hs_room"
  done
}
hs_apache_trial() {
  hs_apache_sweep
  hs_room=$hs_state/trial.$$
  hs_port=$((20000 + $$ % 20000))
  for hs_attempt in 1 2 3 4 5; do
    rm -rf "$hs_room"
    mkdir -p "$hs_room" || return 1
    hs_port=$((hs_port + 97))
    hs_apache_try "$1" "$2" "$hs_port"
    hs_tried=$?
    if [ "$hs_tried" = 0 ] || ! grep -q AH00072 "$hs_room/output" "$hs_room/log" 2>/dev/null; then break; fi
  done
  [ "$hs_tried" = 0 ] || cat "$hs_room/log" "$hs_room/output" 2>/dev/null
  rm -rf "$hs_room"
  return "$hs_tried"
}
`;

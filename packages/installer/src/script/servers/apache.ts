/**
 * How a running Apache is met, asked and tested. Options and environment are those of the running master, since on
 * Debian and elsewhere the configuration is full of variables that only its start file knows.
 */
const MEET = String.raw`
hs_apache_quoted() { sed "s/'/'\\\\''/g; s/^/'/; s/\$/'/" | tr '\n' ' '; }
hs_apache_options() {
  hs_skip=
  tr '\0' '\n' <"/proc/$1/cmdline" | sed 1d | while IFS= read -r hs_word; do
    if [ -n "$hs_skip" ]; then hs_skip=; continue; fi
    case $hs_word in
      -k|-E) hs_skip=yes ;;
      *) printf '%s\n' "$hs_word" ;;
    esac
  done
}
hs_apache_option() {
  tr '\0' '\n' <"/proc/$1/cmdline" | sed -n -e "/^-$2\$/{n;p;}" -e "s/^-$2\(..*\)\$/\1/p" | tail -n 1
}
hs_apache_variables() {
  tr '\0' '\n' <"/proc/$1/environ" |
    sed -n -e '/^UID=/d' -e '/^EUID=/d' -e '/^PPID=/d' -e '/^SHELLOPTS=/d' -e '/^BASHOPTS=/d' \
      -e "s/'/'\\\\''/g" -e "s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\2'/p"
}
hs_apache_built() { "$hs_apache_exe" -V </dev/null 2>/dev/null | sed -n "s/^ *-D $1=\"\(.*\)\"\$/\1/p"; }
hs_apache_meet() {
  [ "/proc/$1/root/." -ef /. ] || return 1
  hs_apache_pid=$1; hs_apache_exe=$2
  hs_apache_words=$(hs_apache_options "$1" | hs_apache_quoted)
  hs_apache_environment=$(hs_apache_variables "$1")
  hs_apache_root=$(hs_apache_option "$1" d)
  [ -n "$hs_apache_root" ] || hs_apache_root=$(hs_apache_built HTTPD_ROOT)
  hs_main=$(hs_apache_option "$1" f)
  [ -n "$hs_main" ] || hs_main=$(hs_apache_built SERVER_CONFIG_FILE)
  case $hs_main in /*) ;; *) hs_main=$hs_apache_root/$hs_main ;; esac
}
hs_apache_run() (
  eval "$hs_apache_environment"
  LC_ALL=C; export LC_ALL
  eval "exec \"\$hs_apache_exe\" $hs_apache_words \"\$@\"" </dev/null
)
hs_apache_test() { hs_apache_run -t; }
hs_apache_files() { hs_apache_run -t -D DUMP_INCLUDES 2>/dev/null | sed -n 's/^ *([0-9*]*) \(\/.*\)$/\1/p'; }
hs_apache_setting() {
  while IFS= read -r hs_path; do
    sed -n "s/^[[:space:]]*$1[[:space:]][[:space:]]*[\"']\{0,1\}\([^\"']*[^\"'[:space:]]\)[\"']\{0,1\}[[:space:]]*\$/\1/p" "$hs_path"
  done | sort -u
}
hs_apache_configured() { hs_apache_run -t -D DUMP_RUN_CFG 2>/dev/null | sed -n "s/^$1: \"\(.*\)\"\$/\1/p"; }
hs_apache_roots() {
  hs_server_root=$(hs_apache_configured ServerRoot)
  hs_apache_configured 'Main DocumentRoot'
  hs_apache_files | hs_apache_setting '[Dd]ocument[Rr]oot' | sed "/^[^/]/s,^,$hs_server_root/,"
}
hs_apache_signal() { echo USR1; }
`;

/** What the probe says of an Apache: all that its own dumps say, its files, its certificates, and modules at hand. */
const REPORT = String.raw`
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
  hs_stat unread "$1"
  hs_has openssl && [ -r "$1" ] && ! grep -q ENCRYPTED "$1" || return 0
  openssl pkey -in "$1" -pubout -outform DER >"$hs_dump.public" 2>/dev/null </dev/null || : >"$hs_dump.public"
  if [ -s "$hs_dump.public" ]; then hs_say "public $(hs_digest "$hs_dump.public") $1"; else hs_say "public none $1"; fi
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
    hs_stat read "$hs_path"
    hs_block "content $hs_path" <"$hs_path"
  done <"$hs_dump.files"
  hs_apache_environs <"$hs_dump.files"
  hs_apache_certificates | sort -u | while IFS= read -r hs_path; do hs_certificate "$(hs_absolute "$hs_path")"; done
  hs_apache_setting '[Ss][Ss][Ll][Cc]ertificate[Kk]ey[Ff]ile' <"$hs_dump.files" |
    while IFS= read -r hs_path; do hs_apache_key "$(hs_absolute "$hs_path")"; done
  hs_folder=$(dirname "$hs_main")
  for hs_path in "$hs_folder"/hostseal/*; do hs_stat read "$hs_path"; done
  hs_apache_modules
}
hs_apache_report() {
  hs_apache_options "$hs_apache_pid" | while IFS= read -r hs_word; do hs_say "argument $hs_word"; done
  hs_say "main $hs_main"
  "$hs_apache_exe" -V </dev/null 2>&1 | hs_block build
  hs_sockets "$hs_apache_pid"
  if [ "$(id -u)" != 0 ]; then return; fi
  hs_dump=$(mktemp /tmp/hostseal.XXXXXX) || return
  if hs_apache_run -t -D DUMP_VHOSTS -D DUMP_INCLUDES -D DUMP_RUN_CFG -D DUMP_MODULES -D DUMP_CERTS >"$hs_dump" 2>"$hs_dump.errors"; then
    hs_say green
    hs_apache_read
  fi
  hs_block errors <"$hs_dump.errors"
  hs_block dump <"$hs_dump"
  rm -f "$hs_dump" "$hs_dump.errors" "$hs_dump.files" "$hs_dump.public"
}
`;

/**
 * A throw-away Apache with nothing but the pair, on a port of loopback and in a folder of its own: the server's own
 * test does not load certificates, and a pair that does not load takes the whole server down when it is reloaded. It
 * has come up when it writes its pid, which is after it has loaded what it was given. One that was left behind by a run
 * that was killed ends by itself, or with the next.
 */
const TRIAL = String.raw`
hs_nap() { sleep 0.05 2>/dev/null || sleep 1; }
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
  while [ ! -s "$hs_room/pid" ] && [ -n "$(hs_started "$hs_tried")" ] && [ "$hs_turns" -lt 200 ]; do
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

export const APACHE = `${MEET}${REPORT}${TRIAL}`;

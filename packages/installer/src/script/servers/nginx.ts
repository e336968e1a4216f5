import { sh } from "../sh.ts";

/** A running nginx rewrites its own command line to a title; options are looked for behind it. */
const MEET = sh`
hs_nginx_options() {
  hs_config=; hs_prefix=; hs_globals=; hs_open=
  set -f; set -- $1; set +f
  for hs_word in "$@"; do
    case $hs_word in
      -c|-p|-g|-e) hs_open=$hs_word; continue ;;
      -[tTqsvV]) hs_open=; continue ;;
    esac
    case $hs_open in
      -c) hs_config="$hs_config $hs_word" ;;
      -p) hs_prefix="$hs_prefix $hs_word" ;;
      -g) hs_globals="$hs_globals $hs_word" ;;
    esac
  done
  hs_config=$\{hs_config# }
  hs_prefix=$\{hs_prefix# }
  hs_globals=$\{hs_globals# }
}
hs_nginx_arguments() {
  printf '%s\n' "$hs_exe"
  if [ -n "$hs_prefix" ]; then printf '%s\n' -p "$hs_prefix"; fi
  if [ -n "$hs_config" ]; then printf '%s\n' -c "$hs_config"; fi
  if [ -n "$hs_globals" ]; then printf '%s\n' -g "$hs_globals"; fi
}
hs_nginx_run() (
  IFS=$hs_nl; set -f
  set -- $(hs_nginx_arguments) "$@"
  unset IFS; set +f
  exec "$@" </dev/null
)
hs_nginx_built() { hs_nginx_run -V 2>&1 | sed -n "s/.*--$1=\([^ ]*\).*/\1/p"; }
hs_nginx_meet() {
  hs_is_here "$1" || return 1
  hs_nginx_options "$(printf '%s' "$3" | sed 's/^[a-z]*: master process *//')"
  hs_root=$hs_prefix
  [ -n "$hs_root" ] || hs_root=$(hs_nginx_built prefix)
  [ -n "$hs_root" ] || hs_root=/usr/local/nginx
  hs_main=$hs_config
  [ -n "$hs_main" ] || hs_main=$(hs_nginx_built conf-path)
  [ -n "$hs_main" ] || hs_main=conf/nginx.conf
  case $hs_main in /*) ;; *) hs_main=$\{hs_root%/}/$hs_main ;; esac
}
hs_nginx_test() { hs_nginx_run -t; }
hs_nginx_files() { hs_nginx_run -T 2>/dev/null | sed -n 's/^# configuration file \(.*\):$/\1/p'; }
hs_nginx_roots() {
  hs_nginx_run -T 2>/dev/null | tr ';{}' '\n\n\n' |
    sed -n "s/^[[:space:]]*root[[:space:]][[:space:]]*[\"']\{0,1\}\([^\"']*[^\"'[:space:]]\)[\"']\{0,1\}[[:space:]]*$/\1/p" |
    sed "/^[^/]/s,^,$\{hs_root%/}/," | sort -u
}
hs_nginx_trial() { :; }
hs_nginx_signal() { echo HUP; }
`;

/** What the probe says of an nginx: its build, its configuration as it read it, and the files that this names. */
const REPORT = sh`
hs_named() {
  sed -n "s/^[[:space:]]*$1[[:space:]][[:space:]]*[\"']\{0,1\}\([^;\"']*\)[\"']\{0,1\}[[:space:]]*;.*/\1/p" "$hs_dump" | sort -u
}
hs_dumped_files() {
  hs_folder=$(sed -n 's/^# configuration file \(.*\):$/\1/p' "$hs_dump" | head -n 1)
  hs_folder=$(dirname "$hs_folder")
  sed -n 's/^# configuration file \(.*\):$/\1/p' "$hs_dump" | while IFS= read -r hs_path; do hs_stat read "$hs_path"; done
  hs_named ssl_certificate | while IFS= read -r hs_path; do hs_certificate "$(hs_absolute "$hs_path")"; done
  hs_named ssl_certificate_key | while IFS= read -r hs_path; do hs_stat unread "$(hs_absolute "$hs_path")"; done
  for hs_path in "$hs_folder"/hostseal/*; do hs_stat read "$hs_path"; done
}
hs_nginx_report() {
  hs_nginx_arguments | while IFS= read -r hs_word; do hs_say "argument $hs_word"; done
  hs_nginx_run -V 2>&1 | hs_block build
  hs_sockets "$hs_pid"
  hs_dump=$(mktemp /tmp/hostseal.XXXXXX) || return
  if hs_nginx_run -T >"$hs_dump" 2>"$hs_dump.errors"; then hs_say green; fi
  hs_block errors <"$hs_dump.errors"
  hs_block dump <"$hs_dump"
  hs_dumped_files
  rm -f "$hs_dump" "$hs_dump.errors"
}
`;

export const NGINX = `${MEET}${REPORT}`;

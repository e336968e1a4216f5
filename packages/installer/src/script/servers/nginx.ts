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
  hs_words=$hs_exe$hs_nl
  if [ -n "$hs_prefix" ]; then hs_words=$hs_words-p$hs_nl$hs_prefix$hs_nl; fi
  if [ -n "$hs_config" ]; then hs_words=$hs_words-c$hs_nl$hs_config$hs_nl; fi
  if [ -n "$hs_globals" ]; then hs_words=$hs_words-g$hs_nl$hs_globals$hs_nl; fi
  hs_nginx_words=$hs_words
}
hs_nginx_run() {
  IFS=$hs_nl; set -f
  set -- $hs_nginx_words "$@"
  unset IFS; set +f
  "$@" </dev/null
}
hs_nginx_built() {
  hs_built=
  case $hs_build in *"--$1="*) hs_built=$\{hs_build##*"--$1="}; hs_built=$\{hs_built%%[ $hs_nl]*} ;; esac
}
hs_nginx_meet() {
  hs_is_here "$1" || return 1
  hs_nginx_options "$\{3#*: master process}"
  hs_nginx_arguments
  hs_build=$(hs_nginx_run -V 2>&1)
  hs_root=$hs_prefix
  if [ -z "$hs_root" ]; then hs_nginx_built prefix; hs_root=$\{hs_built:-/usr/local/nginx}; fi
  hs_main=$hs_config
  if [ -z "$hs_main" ]; then hs_nginx_built conf-path; hs_main=$\{hs_built:-conf/nginx.conf}; fi
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
`;

/**
 * A reload is over when the workers that were there have closed their sockets, as their titles say, and another one is
 * there. Where that cannot be told, or takes long, it is left to whoever looks from outside.
 */
const TURNING = sh`
hs_nginx_children() {
  hs_children=
  IFS= read -r hs_children 2>/dev/null <"/proc/$hs_pid/task/$hs_pid/children"
}
hs_nginx_works() {
  hs_title=
  IFS= read -r hs_title 2>/dev/null <"/proc/$1/cmdline"
  case $hs_title in *': worker process is shutting down'*) return 1 ;; *': worker process'*) return 0 ;; esac
  return 1
}
hs_nginx_watch() {
  hs_workers=
  hs_nginx_children
  for hs_child in $hs_children; do if hs_nginx_works "$hs_child"; then hs_workers="$hs_workers $hs_child"; fi; done
}
hs_nginx_has_turned() {
  for hs_child in $hs_workers; do if hs_nginx_works "$hs_child"; then return 1; fi; done
  hs_nginx_children
  for hs_child in $hs_children; do
    case "$hs_workers " in *" $hs_child "*) ;; *) if hs_nginx_works "$hs_child"; then return 0; fi ;; esac
  done
  return 1
}
hs_nginx_turned() {
  hs_turns=0
  while [ -n "$hs_workers" ] && [ "$hs_turns" -lt 40 ]; do
    hs_nap
    if hs_nginx_has_turned; then return 0; fi
    hs_turns=$((hs_turns + 1))
  done
  return 1
}
`;

/** What the probe says of an nginx: its build, its configuration as it read it, and the files that this names. */
const REPORT = sh`
hs_nginx_setting() { printf '%s' "s/^[[:space:]]*$1[[:space:]][[:space:]]*[\"']\{0,1\}\([^;\"']*\)[\"']\{0,1\}[[:space:]]*;.*/$2 \1/p"; }
hs_nginx_named() {
  sed -n -e 's/^# configuration file \(.*\):$/file \1/p' -e "$(hs_nginx_setting ssl_certificate certificate)" \
    -e "$(hs_nginx_setting ssl_certificate_key key)" "$hs_dump" | sort -u
}
hs_nginx_name_row() {
  case $1 in
    'file '*) hs_read_too "$\{1#* }" ;;
    'certificate '*) hs_certificate "$\{1#* }" ;;
    'key '*) hs_key "$\{1#* }" ;;
  esac
}
hs_say_argument() { hs_say "argument $1"; }
hs_nginx_report() {
  hs_each hs_say_argument "$hs_nginx_words"
  hs_each hs_say_built "$hs_build"
  hs_sockets "$hs_pid"
  hs_dump=/tmp/hostseal.$hs_marker
  hs_create "$hs_dump" || return
  if hs_nginx_run -T >"$hs_dump" 2>"$hs_dump.errors"; then hs_say green; hs_green=$hs_green$hs_met$hs_nl
  else hs_block errors <"$hs_dump.errors"; fi
  hs_block dump <"$hs_dump"
  hs_folder=$\{hs_main%/*}
  hs_each hs_nginx_name_row "$(hs_nginx_named)"
  hs_own_files
  hs_tell_files
  rm -f "$hs_dump" "$hs_dump.errors"
}
`;

export const NGINX = `${MEET}${TURNING}${REPORT}`;

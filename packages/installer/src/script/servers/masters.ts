import { sh } from "../sh.ts";

/**
 * Which web servers run here. A master is the process of a server whose parent is not such a process; only those are
 * looked at that run as root and whose program nobody else can replace, since it is started here to ask it things.
 * What is running decides how it is tested and reloaded; nobody can name a command. It is never started, stopped or
 * restarted.
 */
export const MASTERS = sh`
hs_kind_of() {
  case $1 in
    */nginx|*/openresty|*/angie|*/tengine|*/freenginx) hs_kind=nginx ;;
    */apache2|*/httpd|*/httpd-*|*/httpd.*) hs_kind=apache ;;
    *) return 1 ;;
  esac
}
hs_exe_of() {
  hs_exe=$\{hs_running#*"/proc/$1/exe -> "}
  hs_exe=$\{hs_exe%%"$hs_nl"*}
  [ "/proc/$1/exe" -ef "$hs_exe" ] && return
  hs_exe=$(readlink "/proc/$1/exe" 2>/dev/null) || return 1
  hs_exe=$\{hs_exe%" (deleted)"}
}
hs_line_of() {
  hs_line=
  IFS= read -r hs_line 2>/dev/null <"/proc/$1/cmdline"
  case $hs_line in [a-z]*': '*) ;; *) hs_line=$(tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline") ;; esac
  hs_line=$\{hs_line%"$\{hs_line##*[! ]}"}
}
hs_parent() {
  hs_fields_of "$1"
  set -f; set -- $hs_fields; set +f
  hs_above=$\{2-}
}
hs_is_like() {
  case "$hs_pids " in *" $1 "*) ;; *) return 1 ;; esac
  ( hs_exe_of "$1" && [ "$hs_exe" = "$2" ] && hs_line_of "$1" && [ "$hs_line" = "$3" ] )
}
hs_is_master() {
  hs_exe_of "$1" && hs_kind_of "$hs_exe" || return 1
  hs_line_of "$1"
  case $hs_kind:$hs_line in nginx:*': master process '*|apache:?*) ;; *) return 1 ;; esac
  hs_parent "$1"
  ! hs_is_like "$hs_above" "$hs_exe" "$hs_line"
}
hs_is_here() { [ "/proc/$1/root/." -ef /. ]; }
hs_ids_of() {
  hs_rest=
  while read -r hs_field hs_rest; do
    if [ "$hs_field" = Uid: ]; then break; fi
  done 2>/dev/null <"/proc/$1/status"
  set -f; set -- $hs_rest; set +f
  hs_real_id=$\{1-}; hs_effective_id=$\{2-}
}
hs_is_roots() {
  hs_ids_of "$1"
  [ "$hs_real_id" = 0 ] || return 1
  set -f; set -- $(ls -Lldn "$2" 2>/dev/null); set +f
  case $1 in -????-??-*) [ "$3" = 0 ] ;; *) return 1 ;; esac
}
hs_look_around() {
  hs_running=$(ls -ld /proc/[0-9]*/exe 2>/dev/null)
  hs_pids=
  IFS=$hs_nl; set -f
  set -- $hs_running
  unset IFS; set +f
  for hs_running_one in "$@"; do
    hs_exe=$\{hs_running_one#*' -> '}
    hs_kind_of "$\{hs_exe%' (deleted)'}" || continue
    hs_pid=$\{hs_running_one%%/exe' -> '*}
    hs_pids="$hs_pids $\{hs_pid##*/}"
  done
}
hs_unit_of() {
  hs_unit=
  while IFS= read -r hs_group; do
    case $hs_group in */system.slice/*.service*) hs_unit=$\{hs_group##*/system.slice/}; hs_unit=$\{hs_unit%%/*}; break ;; esac
  done 2>/dev/null <"/proc/$1/cgroup"
  case $hs_unit in *.service) ;; *) return 1 ;; esac
  hs_has systemctl && [ "$(systemctl show -p MainPID --value "$hs_unit" 2>/dev/null)" = "$1" ]
}
hs_owner_of() {
  hs_service=
  hs_unit_of "$1" && return
  hs_unit=
  hs_service=$\{2##*/}
  if [ "$hs_kind" = apache ] && [ -e /run/openrc/started/apache2 ]; then hs_service=apache2; fi
  if ! hs_has rc-service || [ ! -e "/run/openrc/started/$hs_service" ]; then hs_service=; fi
}
hs_met=; hs_green=
hs_remember_met() {
  hs_started "$1"
  hs_met="$hs_kind $hs_line"; hs_met_pid=$1; hs_met_start=$hs_start; hs_met_exe=$hs_exe
}
hs_is_met_already() {
  [ "$hs_met" = "$1" ] && hs_started "$hs_met_pid" && [ -n "$hs_start" ] && [ "$hs_start" = "$hs_met_start" ] || return 1
  hs_kind=$\{1%% *}; hs_line=$\{1#* }; hs_pid=$hs_met_pid; hs_exe=$hs_met_exe
}
hs_meet() {
  hs_asked="$1 $2"
  hs_is_met_already "$hs_asked" && return
  hs_met=
  hs_look_around
  for hs_pid in $hs_pids; do
    hs_is_master "$hs_pid" && [ "$hs_kind $hs_line" = "$hs_asked" ] || continue
    hs_is_here "$hs_pid" && hs_is_roots "$hs_pid" "$hs_exe" || continue
    hs_owner_of "$hs_pid" "$hs_exe"
    "hs_$\{hs_kind}_meet" "$hs_pid" "$hs_exe" "$hs_line" || continue
    hs_remember_met "$hs_pid"
    return 0
  done
  return 1
}
hs_server_test() { "hs_$\{hs_kind}_test" </dev/null; }
hs_server_files() { "hs_$\{hs_kind}_files" </dev/null; }
hs_server_roots() { "hs_$\{hs_kind}_roots" </dev/null; }
hs_server_trial() { "hs_$\{hs_kind}_trial" "$1" "$2" </dev/null; }
hs_server_watch() { "hs_$\{hs_kind}_watch"; }
hs_server_turned() { "hs_$\{hs_kind}_turned"; }
hs_nap() { sleep 0.05 2>/dev/null || sleep 1; }
hs_server_reload() {
  if [ -n "$hs_unit" ]; then systemctl reload "$hs_unit"
  elif [ -n "$hs_service" ]; then rc-service "$hs_service" reload
  elif [ "$hs_kind" = nginx ]; then kill -s HUP "$hs_pid"
  else kill -s USR1 "$hs_pid"; fi
}
`;

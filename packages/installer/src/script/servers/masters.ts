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
  hs_exe=$(readlink "/proc/$1/exe" 2>/dev/null) || return 1
  hs_exe=$\{hs_exe%" (deleted)"}
}
hs_line_of() { tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | sed 's/ *$//'; }
hs_parent() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f2; }
hs_is_like() ( hs_exe_of "$1" && [ "$hs_exe" = "$2" ] && [ "$(hs_line_of "$1")" = "$3" ] )
hs_is_master() {
  hs_exe_of "$1" && hs_kind_of "$hs_exe" || return 1
  hs_line=$(hs_line_of "$1")
  case $hs_kind:$hs_line in nginx:*': master process '*|apache:?*) ;; *) return 1 ;; esac
  ! hs_is_like "$(hs_parent "$1")" "$hs_exe" "$hs_line"
}
hs_is_here() { [ "/proc/$1/root/." -ef /. ]; }
hs_is_roots() {
  [ "$(sed -n 's/^Uid:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status" 2>/dev/null)" = 0 ] || return 1
  set -f; set -- $(ls -Lldn "$2" 2>/dev/null); set +f
  case $1 in -????-??-*) [ "$3" = 0 ] ;; *) return 1 ;; esac
}
hs_candidates() {
  ls -ld /proc/[0-9]*/exe 2>/dev/null | grep -E '/(nginx|openresty|angie|tengine|freenginx|apache2|httpd[^/]*)( \(deleted\))?$' |
    sed -n 's,.* /proc/\([0-9]*\)/exe -> .*,\1,p'
}
hs_owner_of() {
  hs_unit=$(sed -n 's,.*/system\.slice/\([^/]*\.service\).*,\1,p' "/proc/$1/cgroup" 2>/dev/null | head -n 1)
  if [ -n "$hs_unit" ] && hs_has systemctl && [ "$(systemctl show -p MainPID --value "$hs_unit" 2>/dev/null)" = "$1" ]; then
    hs_service=
    return
  fi
  hs_unit=
  hs_service=$(basename "$2")
  if [ "$hs_kind" = apache ] && [ -e /run/openrc/started/apache2 ]; then hs_service=apache2; fi
  if ! hs_has rc-service || [ ! -e "/run/openrc/started/$hs_service" ]; then hs_service=; fi
}
hs_meet() {
  hs_asked="$1 $2"
  for hs_pid in $(hs_candidates); do
    hs_is_master "$hs_pid" && [ "$hs_kind $hs_line" = "$hs_asked" ] || continue
    hs_is_here "$hs_pid" && hs_is_roots "$hs_pid" "$hs_exe" || continue
    hs_owner_of "$hs_pid" "$hs_exe"
    "hs_$\{hs_kind}_meet" "$hs_pid" "$hs_exe" "$hs_line" && return 0
  done
  return 1
}
hs_server_test() { "hs_$\{hs_kind}_test" </dev/null; }
hs_server_files() { "hs_$\{hs_kind}_files" </dev/null; }
hs_server_roots() { "hs_$\{hs_kind}_roots" </dev/null; }
hs_server_trial() { "hs_$\{hs_kind}_trial" "$1" "$2" </dev/null; }
hs_server_reload() {
  if [ -n "$hs_unit" ]; then systemctl reload "$hs_unit"
  elif [ -n "$hs_service" ]; then rc-service "$hs_service" reload
  else kill -s "$("hs_$\{hs_kind}_signal")" "$hs_pid"; fi
}
`;

import { sh } from "./sh.ts";

/**
 * Where changes may be made: below the folder of the configuration that the running server has, and below the folders
 * that were named when this program was put together. Links on the way count for where they lead, and a link itself is
 * never written through. A configuration that lies in a folder of the whole system opens only our own folder in it.
 * What exists keeps its owner and mode; what is new belongs to root, or lies in our own folder, and only its owner
 * may write it.
 */
export const PERMITTED = sh`
hs_enter_folder() {
  cd -P "$1" 2>/dev/null || return 1
  hs_entered=$PWD
  cd /
}
hs_find_home() {
  hs_enter_folder "$\{hs_main%/*}/" || return 1
  hs_home=$hs_entered
  hs_ours=$\{hs_home%/}/hostseal
  case $hs_home in
    /|/etc|/usr|/usr/*/etc|/usr/local|/opt|/var|/var/lib|/srv|/home|/home/*|/root|/tmp) hs_home=$hs_ours ;;
  esac
}
hs_place_of() {
  hs_above=$\{1%/*}
  hs_rest=/$\{1##*/}
  while [ -n "$hs_above" ] && [ ! -e "$hs_above" ] && [ ! -h "$hs_above" ]; do
    hs_rest=/$\{hs_above##*/}$hs_rest
    hs_above=$\{hs_above%/*}
  done
  hs_enter_folder "$hs_above/" || return 1
  hs_place=$\{hs_entered%/}$hs_rest
}
hs_is_below() { case $1 in "$\{2%/}"/*) return 0 ;; esac; return 1; }
hs_is_listed() {
  hs_open=$hs_folders
  while [ -n "$hs_open" ]; do
    hs_is_below "$1" "$\{hs_open%%:*}" && return
    case $hs_open in *:*) hs_open=$\{hs_open#*:} ;; *) hs_open= ;; esac
  done
  return 1
}
hs_is_open() {
  hs_is_path "$1" && hs_place_of "$1" || return 1
  hs_is_below "$hs_place" "$hs_home" || hs_is_listed "$hs_place"
}
hs_is_as_it_is() { [ -n "$(find "$1" -prune -type f -user "$\{3%%:*}" -group "$\{3#*:}" -perm "$2" 2>/dev/null)" ]; }
hs_may_belong() {
  if [ -e "$1" ] && hs_is_as_it_is "$1" "$2" "$3"; then
    hs_as_it_is=$hs_as_it_is$1$hs_nl
    return
  fi
  case $2 in 0[0-7][0145][0145]) ;; *) return 1 ;; esac
  case $3 in 0:*) return 0 ;; esac
  hs_is_below "$hs_place" "$hs_ours"
}
hs_may_file() {
  hs_is_open "$3" && [ ! -h "$3" ] || return 1
  if [ -e "$3" ] && [ ! -f "$3" ]; then return 1; fi
  hs_may_belong "$3" "$1" "$2"
}
hs_may_folder() {
  hs_is_open "$2" && [ ! -h "$2" ] || return 1
  case $1 in 0[0-7][0145][0145]) return 0 ;; esac
  return 1
}
hs_may_link() {
  hs_is_open "$2" || return 1
  hs_leads=$\{2%/*}/$1
  hs_enter_folder "$\{hs_leads%/*}/" || return 1
  hs_leads=$\{hs_entered%/}/$\{1##*/}
  hs_is_open "$hs_leads" && [ -f "$hs_leads" ]
}
hs_is_permitted() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  case $2 in
    file) hs_may_file "$3" "$4" "$hs_path" ;;
    folder) hs_may_folder "$3" "$hs_path" ;;
    link) hs_may_link "$3" "$hs_path" ;;
  esac && return
  hs_say "forbidden $hs_path"
  return 1
}
`;

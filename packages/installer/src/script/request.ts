import { sh } from "./sh.ts";

/**
 * Reads what is asked for: a line with the verb, a line for each field, and `end`. Bytes of files follow only when it
 * is ready for them. A line that is not understood, or a field that cannot be, ends everything before it has begun.
 */
export const REQUEST = sh`
hs_refuse() {
  hs_say "misread $\{1%% *}"
  exit 1
}
hs_add_file() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  [ $# = 7 ] && hs_is_mode "$2" && hs_is_owner "$3" && hs_is_digest "$4" && hs_is_path "$hs_path" || return 1
  case $5 in
    sent) hs_is_number "$6" && hs_is_hex "$7" 64 || return 1 ;;
    kept) hs_is_reference "$6" && [ "$7" = - ] || return 1 ;;
    *) return 1 ;;
  esac
  hs_expect "$4" "$hs_path"
}
hs_add_folder() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  [ $# = 2 ] && hs_is_mode "$2" && hs_is_path "$hs_path"
}
hs_add_link() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  [ $# = 2 ] && hs_is_target "$2" && hs_is_path "$hs_path"
}
hs_add_change() {
  "hs_add_$\{1%% *}" "$1" || return 1
  hs_number=$((hs_number + 1))
  hs_rows="$hs_rows$hs_number $1$hs_nl"
}
hs_expect() {
  hs_watched="$hs_watched$1 $2$hs_nl"
  if [ "$1" = absent ]; then hs_absent="$hs_absent$2$hs_nl"; else hs_sums="$hs_sums$1  $2$hs_nl"; fi
}
hs_add_watch() {
  hs_is_digest "$\{1%% /*}" && hs_is_path "/$\{1#* /}" && hs_expect "$\{1%% /*}" "/$\{1#* /}"
}
hs_add_name() { hs_is_name "$1" && hs_names="$hs_names$1$hs_nl"; }
hs_add_part() { hs_is_part "$1" && hs_parts="$hs_parts$1$hs_nl"; }
hs_is_state() {
  [ -n "$hs_state" ] || { hs_is_path "$1" && hs_state=$1; }
  hs_lock=$hs_state/lock
  [ "$hs_state" = "$1" ]
}
hs_take_line() {
  hs_value=$\{1#* }
  case $1 in
    'state '*) hs_is_state "$hs_value" ;;
    'id '*) hs_is_id "$hs_value" && hs_run=$hs_value ;;
    'patience '*) hs_is_number "$hs_value" && hs_patience=$hs_value ;;
    'server nginx '*|'server apache '*) hs_is_text "$hs_value" && hs_server=$hs_value ;;
    'config '*) hs_is_path "$hs_value" && hs_wanted=$hs_value ;;
    'watch '*) hs_add_watch "$hs_value" ;;
    'key '*) hs_is_reference "$\{hs_value%% *}" && hs_is_hex "$\{hs_value#* }" 64 && hs_expected=$hs_value ;;
    'file '*|'folder '*|'link '*) hs_add_change "$1" ;;
    'reference '*) hs_is_reference "$hs_value" && hs_reference=$hs_value ;;
    'type '*) hs_is_key_type "$hs_value" && hs_type=$hs_value ;;
    'name '*) hs_add_name "$hs_value" ;;
    'word commit'|'word rollback'|'word give-up') hs_ending=$hs_value ;;
    'root '*) hs_is_path "$hs_value" && hs_base=$hs_value ;;
    'part '*) hs_add_part "$hs_value" ;;
    'size '*) hs_is_number "$hs_value" && hs_size=$hs_value ;;
    *) return 1 ;;
  esac
}
hs_read_request() {
  hs_run=; hs_patience=; hs_server=; hs_wanted=; hs_watched=; hs_sums=; hs_absent=; hs_expected=; hs_rows=; hs_number=0
  hs_reference=; hs_type=; hs_names=; hs_ending=; hs_base=; hs_parts=; hs_size=
  while IFS= read -r hs_asked; do
    if [ "$hs_asked" = end ]; then return; fi
    hs_take_line "$hs_asked" || hs_refuse "$hs_asked"
  done
  exit 1
}
hs_needed() { for hs_field in "$@"; do [ -n "$hs_field" ] || hs_refuse incomplete; done; }
`;

import { sh } from "./sh.ts";

/**
 * Validation files below `/.well-known/` of a document root that the server has, or of a validation folder in our own.
 * Goes down folder by folder and follows no link, so that whoever owns the site cannot lead it elsewhere; what is made
 * belongs to whoever owns the site.
 */
export const WELL_KNOWN = sh`
hs_site_owner_of() { ls -ldn . | sed 's/  */ /g' | cut -d' ' -f3,4 | tr ' ' :; }
hs_enter() {
  if [ -h "$1" ]; then return 1; fi
  if [ ! -d "$1" ]; then
    [ "$hs_creates" = yes ] && ( umask 022; mkdir "$1" ) && chown -h "$hs_site_owner" "$1" || return 1
  fi
  hs_expects=$(pwd -P)/$1
  cd "./$1" && [ "$(pwd -P)" = "$hs_expects" ]
}
hs_is_site_root() {
  hs_place_of "$1/x" || return 1
  hs_is_below "$hs_place" "$hs_ours/validation" || hs_is_listed "$hs_place" || hs_server_roots | grep -qxF -e "$1"
}
hs_go() {
  hs_meet "$\{hs_server%% *}" "$\{hs_server#* }" && hs_find_home && hs_is_site_root "$hs_base" || return 1
  case $hs_parts in .well-known"$hs_nl"?*) ;; *) return 1 ;; esac
  cd "$hs_base/" && cd "$(pwd -P)" || return 1
  hs_site_owner=$(hs_site_owner_of)
  hs_parts=$\{hs_parts%"$hs_nl"}
  hs_file=$\{hs_parts##*"$hs_nl"}
  hs_folders_down=$\{hs_parts%"$hs_nl"*}
  hs_each hs_enter "$hs_folders_down"
}
hs_put() {
  if [ -d "./$1" ] || [ -h "./$1" ]; then return 1; fi
  hs_drop=./.$hs_marker
  ( umask 022; set -C; hs_take "$2" >"$hs_drop" ) 2>/dev/null && [ "$(wc -c <"$hs_drop")" -eq "$2" ] &&
    chown -h "$hs_site_owner" "$hs_drop" && mv -f "$hs_drop" "./$1" || {
    rm -f "$hs_drop"
    return 1
  }
  if hs_has restorecon; then restorecon "./$1" 2>/dev/null; fi
  return 0
}
hs_climb() {
  hs_empty=$(basename "$(pwd -P)")
  cd .. && rmdir "./$hs_empty" 2>/dev/null
}
hs_publish() {
  hs_creates=yes
  hs_go || { hs_say in-the-way; return; }
  hs_say ready
  if hs_put "$hs_file" "$hs_size"; then hs_say published; else hs_say in-the-way; fi
}
hs_withdraw() {
  hs_creates=no
  if hs_go; then
    rm -f "./$hs_file"
    [ -z "$(ls -A .)" ] || hs_say left
    hs_each hs_climb "$hs_folders_down"
  fi
  hs_say withdrawn
}
`;

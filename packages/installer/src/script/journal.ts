/**
 * What a run is about to change, written down on the host before it changes anything, and how it is put back. A
 * journal is a folder: `entries` has a line for each file, folder and link (number, kind, digest before, digest
 * after, path), `old<n>` is what stood there, the same inode where the file systems allow; `made<n>` is on the disk
 * before a folder or link is made, and files are told by their digests; `folders` and `time<n>` keep the times of the folders around; `server.sh` knows how
 * to test and reload. What somebody else has changed since is left alone and reported as kept.
 */
export const JOURNAL = String.raw`
hs_journal() { hs_id=$1; hs_j=$hs_state/journal/$1; }
hs_stage_path() { hs_stage=$(dirname "$2")/.hostseal-$hs_id-$1; }
hs_copy() { ln "$1" "$2" 2>/dev/null || cp -a "$1" "$2" 2>/dev/null || cp -p "$1" "$2"; }
hs_open() { mkdir "$hs_j" && : >"$hs_j/entries" && : >"$hs_j/folders"; }
hs_folder_time() {
  [ -d "$2" ] || return 0
  touch -r "$2" "$hs_j/time$1" && printf '%s %s\n' "$1" "$2" >>"$hs_j/folders"
}
hs_entry() {
  printf '%s %s %s %s %s\n' "$1" "$2" "$3" "$4" "$5" >>"$hs_j/entries"
  [ "$2" = file ] && [ "$3" != absent ] || return 0
  hs_copy "$5" "$hs_j/old$1"
}
hs_put_back_file() {
  hs_now=$(hs_digest "$4")
  if [ "$hs_now" = "$2" ]; then return
  elif [ "$hs_now" != "$3" ]; then printf '%s\n' "$4" >>"$hs_j/kept"
  elif [ "$2" = absent ]; then rm -f "$4"
  else hs_copy "$hs_j/old$1" "$hs_stage" && mv -f "$hs_stage" "$4" || printf '%s\n' "$4" >>"$hs_j/failed"
  fi
}
hs_put_back() {
  hs_stage_path "$1" "$5"
  rm -f "$hs_stage"
  if [ "$2" = file ]; then hs_put_back_file "$1" "$3" "$4" "$5"; return; fi
  [ -e "$hs_j/made$1" ] || return 0
  case $2 in
    link) if [ -h "$5" ]; then rm -f "$5"; fi ;;
    folder) rmdir "$5" 2>/dev/null || { [ -d "$5" ] && printf '%s\n' "$5" >>"$hs_j/kept"; } ;;
  esac
}
hs_restore() {
  rm -f "$hs_j/kept" "$hs_j/failed"
  sort -k1,1nr "$hs_j/entries" | while read -r hs_n hs_kind hs_before hs_after hs_path; do
    hs_put_back "$hs_n" "$hs_kind" "$hs_before" "$hs_after" "$hs_path"
  done
  while read -r hs_n hs_path; do
    [ -d "$hs_path" ] && touch -r "$hs_j/time$hs_n" "$hs_path"
  done <"$hs_j/folders"
  [ ! -s "$hs_j/failed" ]
}
hs_close() {
  printf '%s\n' "$1" >"$hs_state/done/.$hs_id" && mv "$hs_state/done/.$hs_id" "$hs_state/done/$hs_id"
  hs_sync "$hs_state/done/$hs_id" "$hs_state/done"
  rm -rf "$hs_j"
}
hs_load_server() { [ -r "$hs_j/server.sh" ] && . "$hs_j/server.sh"; }
hs_reload_old() {
  [ -e "$hs_j/reloaded" ] || return 0
  hs_load_server && hs_server_test >/dev/null 2>&1 </dev/null && hs_server_reload >/dev/null 2>&1 </dev/null
}
hs_undo() {
  if ! hs_restore; then
    sed "s/^/$hs_marker failed /" "$hs_j/failed"
    return 1
  fi
  hs_reload_old || hs_say unloaded
  if [ -s "$hs_j/kept" ]; then sed "s/^/$hs_marker kept /" "$hs_j/kept"; fi
  hs_close restored
  hs_say "restored $hs_id"
}
hs_recover() {
  for hs_left in "$hs_state"/journal/*; do
    [ -d "$hs_left" ] || continue
    hs_journal "$(basename "$hs_left")"
    if [ -e "$hs_state/done/$hs_id" ]; then rm -rf "$hs_j"; else hs_undo || return 1; fi
  done
}
`;

/**
 * What a run is about to change, written down on the host before it changes anything, and how it is put back. A
 * journal is a folder: `entries` has a line for each file, folder and link (number, kind, digest before, digest
 * after, path), `old<n>` is what stood there, the same inode where the file systems allow; `made<n>` is on the disk
 * before a folder or link is made, and files are told by their digests; `folders` and `time<n>` keep the times of the folders around; `server.sh` knows how
 * to test and reload; `owner` is the process that may be waiting for its word. Where somebody else has changed a file since, nothing is put back, as half of it might be
 * worse than all, and the file is reported as kept. The last committed journals are filed away, so that they can
 * still be undone.
 */
export const JOURNAL = String.raw`
hs_journal() { hs_id=$1; hs_j=$hs_state/journal/$1; }
hs_stage_path() { hs_stage=$(dirname "$2")/.hostseal-$hs_id-$1; }
hs_copy() { ln "$1" "$2" 2>/dev/null || cp -a "$1" "$2" 2>/dev/null || cp -p "$1" "$2"; }
hs_lives() {
  hs_waiter=; hs_waiter_start=
  read -r hs_waiter hs_waiter_start 2>/dev/null <"$1/owner"
  [ -n "$hs_waiter" ] && [ "$(hs_started "$hs_waiter")" = "$hs_waiter_start" ]
}
hs_open() { mkdir "$hs_j" && printf '%s %s\n' "$$" "$(hs_started $$)" >"$hs_j/owner" && : >"$hs_j/entries" && : >"$hs_j/folders"; }
hs_folder_time() {
  [ -d "$2" ] || return 0
  touch -r "$2" "$hs_j/time$1" && printf '%s %s\n' "$1" "$2" >>"$hs_j/folders"
}
hs_entry() {
  printf '%s %s %s %s %s\n' "$1" "$2" "$3" "$4" "$5" >>"$hs_j/entries"
  [ "$2" = file ] && [ "$3" != absent ] || return 0
  hs_copy "$5" "$hs_j/old$1"
}
hs_entries() {
  sort -k1,1nr "$hs_j/entries" | while read -r hs_n hs_kind hs_before hs_after hs_path; do
    "$1" "$hs_n" "$hs_kind" "$hs_before" "$hs_after" "$hs_path"
  done
}
hs_inspect() {
  hs_stage_path "$1" "$5"
  rm -f "$hs_stage"
  [ "$2" = file ] || return 0
  hs_now=$(hs_digest "$5")
  if [ "$hs_now" != "$3" ] && [ "$hs_now" != "$4" ]; then printf '%s\n' "$5" >>"$hs_j/kept"; fi
}
hs_put_back_file() {
  [ "$(hs_digest "$4")" = "$3" ] || return 0
  if [ "$2" = absent ]; then rm -f "$4"
  else hs_copy "$hs_j/old$1" "$hs_stage" && mv -f "$hs_stage" "$4"; fi || printf '%s\n' "$4" >>"$hs_j/failed"
}
hs_put_back() {
  hs_stage_path "$1" "$5"
  if [ "$2" = file ]; then hs_put_back_file "$1" "$3" "$4" "$5"; return; fi
  [ -e "$hs_j/made$1" ] || return 0
  if [ "$2" = link ] && [ -h "$5" ]; then rm -f "$5"; fi
  if [ "$2" = folder ] && [ -d "$5" ]; then rmdir "$5" 2>/dev/null; fi
}
hs_restore() {
  rm -f "$hs_j/kept" "$hs_j/failed"
  hs_entries hs_inspect
  if [ -s "$hs_j/kept" ]; then return; fi
  hs_entries hs_put_back
  while read -r hs_n hs_path; do
    [ -d "$hs_path" ] && touch -r "$hs_j/time$hs_n" "$hs_path"
  done <"$hs_j/folders"
  [ ! -s "$hs_j/failed" ]
}
hs_file_away() {
  mkdir -p "$hs_state/past"
  mv "$hs_j" "$hs_state/past/$hs_id"
  ls -t "$hs_state/past" | sed '1,5d' | while read -r hs_old; do rm -rf "$hs_state/past/$hs_old"; done
}
hs_close() {
  printf '%s\n' "$1" >"$hs_state/done/.$hs_id" && mv "$hs_state/done/.$hs_id" "$hs_state/done/$hs_id"
  hs_sync "$hs_state/done/$hs_id" "$hs_state/done"
  if [ "$1" = committed ]; then hs_file_away; else rm -rf "$hs_j"; fi
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
    if hs_lives "$hs_left"; then continue; fi
    hs_journal "$(basename "$hs_left")"
    if [ -e "$hs_state/done/$hs_id" ]; then hs_close "$(cat "$hs_state/done/$hs_id")"; else hs_undo || return 1; fi
  done
}
`;

import { sh } from "./sh.ts";

/**
 * What a run is about to change, written down on the host before it changes anything, and how it is put back. A
 * journal is a folder: `entries` has a line for each file, folder and link (number, kind, digest before, digest
 * after, path), `old<n>` is what stood there, the same inode where the file systems allow; `made<n>` is on the disk
 * before a folder or link is made, and files are told by their digests; `folders` and `time<n>` keep the times of the
 * folders around; `recorded` says that all of that is whole; `server` says which server is to be tested and reloaded;
 * `owner` is the process that may be waiting for its word. The last committed journals are filed away, so that they can still be undone.
 */
const WRITING = sh`
hs_journal() { hs_id=$1; hs_j=$hs_state/journal/$1; }
hs_stage_path() { hs_stage=$\{2%/*}/.hostseal-$hs_id-$1; }
hs_copy() { ln "$1" "$2" 2>/dev/null || cp -a "$1" "$2" 2>/dev/null || cp -p "$1" "$2"; }
hs_lives() {
  hs_waiter=; hs_waiter_start=
  read -r hs_waiter hs_waiter_start 2>/dev/null <"$1/owner"
  [ -n "$hs_waiter" ] && hs_started "$hs_waiter" && [ "$hs_start" = "$hs_waiter_start" ]
}
hs_open() {
  hs_timed=$hs_nl; hs_times=0
  hs_started $$
  mkdir "$hs_j" && printf '%s %s\n' "$$" "$hs_start" >"$hs_j/owner" && : >"$hs_j/entries" && : >"$hs_j/folders" &&
    printf '%s\n' "$hs_server" >"$hs_j/server" && printf 'restored\n' >"$hs_j/restored"
}
hs_folder_time() {
  [ -d "$1" ] || return 0
  case $hs_timed in *"$hs_nl$1$hs_nl"*) return 0 ;; esac
  hs_timed=$hs_timed$1$hs_nl
  hs_times=$((hs_times + 1))
  printf '%s\n' "$1" >>"$hs_j/folders" && touch -r "$1" "$hs_j/time$hs_times"
}
hs_entry() {
  printf '%s %s %s %s %s\n' "$1" "$2" "$3" "$4" "$5" >>"$hs_j/entries" || return 1
  [ "$2" = file ] && [ "$3" != absent ] || return 0
  hs_copy "$5" "$hs_j/old$1"
}
hs_entries() {
  sort -k1,1nr "$2" | (
    hs_ended=0
    while read -r hs_n hs_what hs_before hs_after hs_path; do
      "$1" "$hs_n" "$hs_what" "$hs_before" "$hs_after" "$hs_path" || hs_ended=1
    done
    exit $hs_ended
  )
}
`;

/**
 * Puts back every file that is still ours. One that somebody else has changed since is left as it is and named, and so
 * is a new file that it names. A file for whose copy the disk has no room is poured into the one that stands there. What
 * could not be put back is named too, and keeps the journal.
 */
const UNDOING = sh`
hs_tidy_stage() {
  hs_stage_path "$1" "$5"
  rm -f "$hs_stage"
}
hs_is_kept() {
  [ "$2" = file ] && [ ! -e "$hs_j/poured$1" ] || return 1
  hs_now=$(hs_digest "$5")
  [ "$hs_now" != "$3" ] && [ "$hs_now" != "$4" ]
}
hs_list_kept() { if hs_is_kept "$@"; then printf '%s\n' "$5"; fi; }
hs_kept_names() {
  [ -n "$hs_kept" ] || return 1
  printf '%s\n' "$hs_kept" | (
    while IFS= read -r hs_path; do if grep -qF -e "$\{1##*/}" "$hs_path" 2>/dev/null; then exit 0; fi; done
    exit 1
  )
}
hs_pour() { : >"$hs_j/poured$1" && cat "$hs_j/old$1" >"$2" && touch -r "$hs_j/old$1" "$2"; }
hs_put_back_file() {
  [ -e "$hs_j/poured$1" ] || [ "$(hs_digest "$4")" = "$3" ] || return 0
  if [ "$2" != absent ]; then
    hs_copy "$hs_j/old$1" "$hs_stage" 2>/dev/null && mv -f "$hs_stage" "$4" && return
    rm -f "$hs_stage"
    hs_pour "$1" "$4" 2>/dev/null
    return
  fi
  if hs_kept_names "$4"; then hs_say "kept $4"; else rm -f "$4"; fi
}
hs_put_back() {
  hs_stage_path "$1" "$5"
  if [ "$2" = file ]; then
    hs_put_back_file "$1" "$3" "$4" "$5" && return
    hs_say "failed $5"
    return 1
  fi
  [ -e "$hs_j/made$1" ] || return 0
  if [ "$2" = link ] && [ -h "$5" ]; then rm -f "$5"; fi
  if [ "$2" = folder ] && [ -d "$5" ]; then rmdir "$5" 2>/dev/null; fi
  return 0
}
hs_times_back() {
  hs_n=0
  while IFS= read -r hs_path; do
    hs_n=$((hs_n + 1))
    if [ -d "$hs_path" ]; then touch -r "$hs_j/time$hs_n" "$hs_path"; fi
  done <"$hs_j/folders"
}
hs_restore() {
  hs_entries hs_tidy_stage "$hs_j/entries"
  hs_kept=$(hs_entries hs_list_kept "$hs_j/entries")
  hs_entries hs_put_back "$hs_j/entries"
  hs_restored=$?
  hs_times_back
  return $hs_restored
}
hs_reload_old() {
  [ -e "$hs_j/reloaded" ] || return 0
  IFS= read -r hs_met <"$hs_j/server" && hs_meet "$\{hs_met%% *}" "$\{hs_met#* }" &&
    hs_server_test >/dev/null 2>&1 && hs_server_reload >/dev/null 2>&1 </dev/null
}
hs_undo() {
  hs_kept=
  if [ -e "$hs_j/recorded" ]; then hs_restore || return 1; fi
  hs_reload_old || hs_say unloaded
  if [ -n "$hs_kept" ]; then printf '%s\n' "$hs_kept" | sed "s/^/$hs_marker kept /"; fi
  hs_close restored
  hs_say "restored $hs_id"
}
`;

/** How a run ends, and what is made of runs that were killed before they did. */
const ENDING = sh`
hs_file_away() {
  [ -d "$hs_state/past" ] || mkdir -p "$hs_state/past"
  mv "$hs_j" "$hs_state/past/$hs_id"
  set -- "$hs_state"/past/*
  [ $# -gt 5 ] || return 0
  set -- $(ls -t "$hs_state/past")
  shift 5
  for hs_old in "$@"; do rm -rf "$hs_state/past/$hs_old"; done
}
hs_note_end() {
  mv "$hs_j/$1" "$hs_state/done/$hs_id" || return 1
  hs_sync "$hs_state/done/$hs_id" "$hs_state/done"
}
hs_dispose() { if [ "$1" = committed ]; then hs_file_away; else rm -rf "$hs_j"; fi; }
hs_close() {
  hs_note_end "$1" 2>/dev/null || [ "$1" = restored ] || return 1
  hs_dispose "$1"
}
hs_recover() {
  for hs_left in "$hs_state"/journal/*; do
    [ -d "$hs_left" ] || continue
    if hs_lives "$hs_left"; then continue; fi
    hs_journal "$\{hs_left##*/}"
    if [ -e "$hs_state/done/$hs_id" ]; then hs_dispose "$(cat "$hs_state/done/$hs_id")"; else hs_undo || return 1; fi
  done
}
`;

export const JOURNAL = `${WRITING}${UNDOING}${ENDING}`;

import { sh } from "./sh.ts";

/**
 * The verbs, and nothing else: what is asked for is read to its end, judged, and done. Says first which program this
 * is, so that whoever asks can tell an older one. After a report it listens once more, and remembers what it has seen.
 */
export const SERVE = sh`
hs_serve_one() {
  hs_lock=
  case $hs_verb in
    report|apply|end|undo|make-key|forget-key|publish|withdraw) hs_read_request ;;
    *) hs_refuse "$hs_verb" ;;
  esac
  case $hs_verb in
    report) hs_report "$hs_wanted" </dev/null ;;
    apply) hs_needed "$hs_lock" "$hs_run" "$hs_patience" "$hs_server" "$hs_rows"; hs_apply </dev/null ;;
    end) hs_needed "$hs_lock" "$hs_run" "$hs_ending"; hs_end "$hs_run" "$hs_ending" </dev/null ;;
    undo) hs_needed "$hs_lock"; hs_undo_unfinished </dev/null ;;
    make-key) hs_needed "$hs_lock" "$hs_reference" "$hs_type" "$hs_names"; hs_make_key </dev/null ;;
    forget-key) hs_needed "$hs_lock" "$hs_reference" "$hs_server"; hs_forget_key </dev/null ;;
    publish) hs_needed "$hs_server" "$hs_base" "$hs_parts" "$hs_size"; hs_publish </dev/null ;;
    withdraw) hs_needed "$hs_server" "$hs_base" "$hs_parts"; hs_withdraw </dev/null ;;
  esac
}
hs_serve() {
  exec 3<&0
  hs_say "hello $hs_version"
  IFS= read -r hs_verb || exit 1
  hs_serve_one
  while [ "$hs_verb" = report ]; do
    IFS= read -r hs_verb || return 0
    hs_serve_one
  done
}
`;

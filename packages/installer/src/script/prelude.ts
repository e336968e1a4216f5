import { sh } from "./sh.ts";

/**
 * What every run begins with, in POSIX sh. Lines that are ours carry the marker, so whatever start files, `sudo` or
 * a server print in between is passed over. A file's bytes go out in base64 or, where that is missing, in hex.
 * A killed process counts as gone, even before its parent has taken note.
 */
export const PRELUDE = sh`
LC_ALL=C; export LC_ALL
PATH="$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"; export PATH
unset IFS CDPATH
umask 077
trap '' PIPE
hs_nl='
'
hs_has() { command -v "$1" >/dev/null 2>&1; }
hs_say() { printf '%s %s\n' "$hs_marker" "$*"; }
if hs_has base64; then hs_coding=base64; else hs_coding=hex; fi
hs_encode() { if [ "$hs_coding" = base64 ]; then base64; else od -An -v -tx1; fi; }
hs_block() {
  hs_say "begin $*"
  hs_encode | sed "s/^/$hs_marker $hs_coding /"
  hs_say end
}
hs_digest() {
  if [ ! -e "$1" ]; then hs_sum=absent
  elif hs_has sha256sum; then hs_sum=$(sha256sum <"$1")
  elif hs_has sha256; then hs_sum=$(sha256 -q "$1")
  elif hs_has shasum; then hs_sum=$(shasum -a 256 <"$1")
  else hs_sum=$(openssl dgst -sha256 -r <"$1"); fi
  printf '%s\n' "$\{hs_sum%% *}"
}
hs_sync() { sync "$@" 2>/dev/null || sync; }
hs_started() { sed 's/.*) //; /^[ZX]/d' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
hs_each() {
  IFS=$hs_nl; set -f
  set -- "$1" $2
  unset IFS; set +f
  hs_do=$1
  shift
  for hs_row in "$@"; do "$hs_do" "$hs_row" || return 1; done
}
`;

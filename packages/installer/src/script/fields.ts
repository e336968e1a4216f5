import { sh } from "./sh.ts";

/**
 * What may stand in a request. A field is judged by its characters before anything is done with it; none of them is
 * ever read by a shell. Paths are absolute and plain: no control characters, no `.` or `..`, no slash or space at their
 * end.
 */
export const FIELDS = sh`
hs_is_number() { case $1 in ''|*[!0-9]*|????????*) return 1 ;; esac; }
hs_is_hex() { [ "$\{#1}" = "$2" ] && case $1 in *[!0-9a-f]*) return 1 ;; esac; }
hs_is_digest() { [ "$1" = absent ] || hs_is_hex "$1" 64; }
hs_is_id() { case $1 in ''|-*|*[!A-Za-z0-9-]*) return 1 ;; esac; [ "$\{#1}" -le 64 ]; }
hs_is_reference() { case $1 in key-*) hs_is_hex "$\{1#key-}" 16 ;; *) return 1 ;; esac; }
hs_is_mode() { case $1 in 0[0-7][0-7][0-7]) ;; *) return 1 ;; esac; }
hs_is_owner() { case $1 in *:*) ;; *) return 1 ;; esac; hs_is_number "$\{1%%:*}" && hs_is_number "$\{1#*:}"; }
hs_is_key_type() { case $1 in ec-p256|ec-p384|rsa-2048|rsa-3072|rsa-4096) ;; *) return 1 ;; esac; }
hs_is_name() { case $1 in ''|*[!A-Za-z0-9.*_-]*) return 1 ;; esac; [ "$\{#1}" -le 253 ]; }
hs_is_part() { case $1 in ''|.|..|*[!A-Za-z0-9._-]*) return 1 ;; esac; [ "$\{#1}" -le 255 ]; }
hs_is_text() { case $1 in *[[:cntrl:]]*) return 1 ;; esac; [ "$\{#1}" -le 8192 ]; }
hs_is_path() {
  hs_is_text "$1" || return 1
  case $1 in
    *//*|*/./*|*/../*|*/.|*/..|*/|*' ') return 1 ;;
    /*) return 0 ;;
    *) return 1 ;;
  esac
}
hs_is_target() {
  hs_is_text "$1" || return 1
  case $1 in ''|/*|*' '*|*//*) return 1 ;; esac
}
`;

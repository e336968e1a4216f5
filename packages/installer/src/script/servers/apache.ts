import { APACHE_REPORT } from "./apache-report.ts";
import { APACHE_TRIAL } from "./apache-trial.ts";

/**
 * How a running Apache is met, asked and tested. Options and environment are those of the running master, since on
 * Debian and elsewhere the configuration is full of variables that only its start file knows.
 */
const MEET = String.raw`
hs_apache_quoted() { sed "s/'/'\\\\''/g; s/^/'/; s/\$/'/" | tr '\n' ' '; }
hs_apache_options() {
  hs_skip=
  tr '\0' '\n' <"/proc/$1/cmdline" | sed 1d | while IFS= read -r hs_word; do
    if [ -n "$hs_skip" ]; then hs_skip=; continue; fi
    case $hs_word in
      -k|-E) hs_skip=yes ;;
      *) printf '%s\n' "$hs_word" ;;
    esac
  done
}
hs_apache_option() {
  tr '\0' '\n' <"/proc/$1/cmdline" | sed -n -e "/^-$2\$/{n;p;}" -e "s/^-$2\(..*\)\$/\1/p" | tail -n 1
}
hs_apache_variables() {
  tr '\0' '\n' <"/proc/$1/environ" |
    sed -n -e '/^UID=/d' -e '/^EUID=/d' -e '/^PPID=/d' -e '/^SHELLOPTS=/d' -e '/^BASHOPTS=/d' \
      -e "s/'/'\\\\''/g" -e "s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\2'/p"
}
hs_apache_built() { "$hs_apache_exe" -V </dev/null 2>/dev/null | sed -n "s/^ *-D $1=\"\(.*\)\"\$/\1/p"; }
hs_apache_meet() {
  [ "/proc/$1/root/." -ef /. ] || return 1
  hs_apache_pid=$1; hs_apache_exe=$2
  hs_apache_words=$(hs_apache_options "$1" | hs_apache_quoted)
  hs_apache_environment=$(hs_apache_variables "$1")
  hs_apache_root=$(hs_apache_option "$1" d)
  [ -n "$hs_apache_root" ] || hs_apache_root=$(hs_apache_built HTTPD_ROOT)
  hs_main=$(hs_apache_option "$1" f)
  [ -n "$hs_main" ] || hs_main=$(hs_apache_built SERVER_CONFIG_FILE)
  case $hs_main in /*) ;; *) hs_main=$hs_apache_root/$hs_main ;; esac
}
hs_apache_run() (
  eval "$hs_apache_environment"
  LC_ALL=C; export LC_ALL
  eval "exec \"\$hs_apache_exe\" $hs_apache_words \"\$@\"" </dev/null
)
hs_apache_watch() { :; }
hs_apache_turned() { return 1; }
hs_apache_test() { hs_apache_run -t; }
hs_apache_files() { hs_apache_run -t -D DUMP_INCLUDES 2>/dev/null | sed -n 's/^ *([0-9*]*) \(\/.*\)$/\1/p'; }
hs_apache_setting() {
  while IFS= read -r hs_path; do
    sed -n "s/^[[:space:]]*$1[[:space:]][[:space:]]*[\"']\{0,1\}\([^\"']*[^\"'[:space:]]\)[\"']\{0,1\}[[:space:]]*\$/\1/p" "$hs_path"
  done | sort -u
}
hs_apache_configured() { hs_apache_run -t -D DUMP_RUN_CFG 2>/dev/null | sed -n "s/^$1: \"\(.*\)\"\$/\1/p"; }
hs_apache_roots() {
  hs_server_root=$(hs_apache_configured ServerRoot)
  hs_apache_configured 'Main DocumentRoot'
  hs_apache_files | hs_apache_setting '[Dd]ocument[Rr]oot' | sed "/^[^/]/s,^,$hs_server_root/,"
}
`;

/** Everything that the program knows of Apache. */
export const APACHE = `${MEET}${APACHE_REPORT}${APACHE_TRIAL}`;

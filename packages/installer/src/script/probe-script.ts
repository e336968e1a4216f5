import { quoteWord } from "../shell/index.ts";
import { PRELUDE } from "./prelude.ts";
import { MASTER } from "./server-commands.ts";

/** Where the control panels keep themselves, by the name people know them by. */
export const PANEL_PATHS: Readonly<Record<string, string>> = {
  "/usr/local/cpanel": "cPanel",
  "/usr/local/psa": "Plesk",
  "/opt/psa": "Plesk",
  "/usr/local/directadmin": "DirectAdmin",
  "/usr/local/hestia": "Hestia",
  "/usr/local/vesta": "Vesta",
  "/usr/local/mgr5": "ISPmanager",
  "/usr/local/ispconfig": "ISPConfig",
  "/etc/webmin/virtual-server": "Virtualmin",
  "/usr/local/CyberCP": "CyberPanel",
  "/home/clp": "CloudPanel",
};

const TOOLS = ["openssl", "sync", "restorecon", "systemctl", "rc-service", "base64", "od", "readlink"];

const SYSTEM = String.raw`
hs_system() {
  hs_say "user $(id -u)"
  hs_say "kernel $(uname -s)"
  hs_say "hostname $(uname -n)"
  if hs_has getenforce; then hs_say "selinux $(getenforce)"; fi
  for hs_tool in $hs_tools; do if hs_has "$hs_tool"; then hs_say "tool $hs_tool"; fi; done
  for hs_panel in $hs_panels; do if [ -d "$hs_panel" ]; then hs_say "panel $hs_panel"; fi; done
  if [ -r /etc/os-release ]; then hs_block os </etc/os-release; fi
}
`;

/** A file's owner and mode as `ls` shows them, its digest unless it holds a key, and where links lead. */
const FILES = String.raw`
hs_stat() {
  [ -e "$2" ] || return 0
  hs_sum=-
  if [ "$1" = read ]; then hs_sum=$(hs_digest "$2"); fi
  set -f
  hs_row=$(ls -Lldn "$2")
  set -- "$2" $hs_row
  set +f
  hs_say "file $2 $4 $5 $hs_sum $1"
  hs_real=$(readlink -f "$1" 2>/dev/null)
  if [ -n "$hs_real" ] && [ "$hs_real" != "$1" ]; then hs_say "real $hs_real"; fi
}
hs_absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s/%s\n' "$hs_folder" "$1" ;; esac; }
hs_named() {
  sed -n "s/^[[:space:]]*$1[[:space:]][[:space:]]*[\"']\{0,1\}\([^;\"']*\)[\"']\{0,1\}[[:space:]]*;.*/\1/p" "$hs_dump" | sort -u
}
hs_certificate() {
  hs_stat read "$1"
  [ -r "$1" ] && sed -n '/-----BEGIN CERTIFICATE-----/,/-----END CERTIFICATE-----/p' "$1" | hs_block "certificate $1"
}
`;

/** A running nginx rewrites its own command line to a title; options are looked for behind it. */
const NGINX = String.raw`
hs_options() {
  hs_config=; hs_prefix=; hs_globals=; hs_open=
  set -f; set -- $1; set +f
  for hs_word in "$@"; do
    case $hs_word in
      -c|-p|-g|-e) hs_open=$hs_word; continue ;;
      -[tTqsvV]) hs_open=; continue ;;
    esac
    case $hs_open in
      -c) hs_config="$hs_config $hs_word" ;;
      -p) hs_prefix="$hs_prefix $hs_word" ;;
      -g) hs_globals="$hs_globals $hs_word" ;;
    esac
  done
  hs_config=$(printf '%s' "$hs_config" | sed 's/^ //')
  hs_prefix=$(printf '%s' "$hs_prefix" | sed 's/^ //')
  hs_globals=$(printf '%s' "$hs_globals" | sed 's/^ //')
}
hs_owner_of() {
  hs_unit=$(sed -n 's,.*/system\.slice/\([^/]*\.service\).*,\1,p' "/proc/$1/cgroup" 2>/dev/null | head -n 1)
  if [ -n "$hs_unit" ] && hs_has systemctl && [ "$(systemctl show -p MainPID --value "$hs_unit" 2>/dev/null)" = "$1" ]; then
    hs_say "unit $hs_unit"
  elif hs_has rc-service && [ -e "/run/openrc/started/$2" ]; then hs_say "service $2"; fi
}
hs_dumped_files() {
  hs_folder=$(sed -n 's/^# configuration file \(.*\):$/\1/p' "$hs_dump" | head -n 1)
  hs_folder=$(dirname "$hs_folder")
  sed -n 's/^# configuration file \(.*\):$/\1/p' "$hs_dump" | while IFS= read -r hs_path; do hs_stat read "$hs_path"; done
  hs_named ssl_certificate | while IFS= read -r hs_path; do hs_certificate "$(hs_absolute "$hs_path")"; done
  hs_named ssl_certificate_key | while IFS= read -r hs_path; do hs_stat unread "$(hs_absolute "$hs_path")"; done
  for hs_path in "$hs_folder"/hostseal/*; do hs_stat read "$hs_path"; done
}
hs_nginx() {
  hs_line=$(tr '\0' ' ' <"/proc/$1/cmdline" | sed 's/ *$//')
  hs_options "$(printf '%s' "$hs_line" | sed 's/^[a-z]*: master process *//')"
  if [ -n "$hs_wanted" ] && [ "$hs_config" != "$hs_wanted" ]; then return; fi
  hs_say "nginx $1"
  hs_say "exe $2"
  hs_say "line $hs_line"
  if [ ! "/proc/$1/root/." -ef /. ]; then hs_say container; return; fi
  hs_owner_of "$1" "$(basename "$2")"
  set --  "$2"
  if [ -n "$hs_prefix" ]; then set -- "$@" -p "$hs_prefix"; fi
  if [ -n "$hs_config" ]; then set -- "$@" -c "$hs_config"; fi
  if [ -n "$hs_globals" ]; then set -- "$@" -g "$hs_globals"; fi
  for hs_argument in "$@"; do hs_say "argument $hs_argument"; done
  "$1" -V </dev/null 2>&1 | hs_block build
  if [ "$(id -u)" != 0 ]; then return; fi
  hs_dump=$(mktemp /tmp/hostseal.XXXXXX) || return
  if "$@" -T </dev/null >"$hs_dump" 2>"$hs_dump.errors"; then hs_say green; fi
  hs_block errors <"$hs_dump.errors"
  hs_block dump <"$hs_dump"
  hs_dumped_files
  rm -f "$hs_dump" "$hs_dump.errors"
}
hs_probe() {
  hs_system
  for hs_pid in $(cd /proc 2>/dev/null && ls -d [0-9]* 2>/dev/null); do
    hs_exe=$(readlink "/proc/$hs_pid/exe" 2>/dev/null | sed 's/ (deleted)$//')
    case $hs_exe in
      */nginx|*/openresty|*/angie|*/tengine|*/freenginx)
        case $(tr '\0' ' ' <"/proc/$hs_pid/cmdline" 2>/dev/null) in
          *': master process '*) hs_nginx "$hs_pid" "$hs_exe" ;;
        esac ;;
      */apache2|*/httpd|*/httpd-*|*/httpd.*)
        hs_above=$(readlink "/proc/$(hs_parent "$hs_pid")/exe" 2>/dev/null | sed 's/ (deleted)$//')
        if [ "$hs_above" != "$hs_exe" ]; then hs_say "apache $hs_pid"; hs_say "exe $hs_exe"; fi ;;
    esac
  done
  hs_say probed
}
`;

export type ProbeWish = {
  /** Only the server that was started with this configuration (`-c`), where several run. */
  readonly config?: string;
};

/** The script that looks at a host and changes nothing. Certificates come out whole, keys never. */
export const probeScript = ({ config = "" }: ProbeWish, marker: string): string =>
  [
    "{",
    `hs_marker=${quoteWord(marker)}; hs_wanted=${quoteWord(config)}`,
    `hs_tools=${quoteWord(TOOLS.join(" "))}; hs_panels=${quoteWord(Object.keys(PANEL_PATHS).join(" "))}`,
    `${PRELUDE}${MASTER}${SYSTEM}${FILES}${NGINX}`,
    "hs_probe </dev/null; exit 0",
    "}\n",
  ].join("\n");

import { sh } from "./sh.ts";

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

const LISTS = `
hs_tools='${TOOLS.join(" ")}'
hs_panels='${Object.keys(PANEL_PATHS).join(" ")}'
`;

const SYSTEM = sh`
hs_distribution() {
  while IFS= read -r hs_setting; do
    case $hs_setting in ID=*) hs_say "distribution $\{hs_setting#ID=}" ;; esac
  done </etc/os-release
}
hs_line_in() {
  hs_told=
  IFS= read -r hs_told 2>/dev/null <"$1"
}
hs_system() {
  hs_line_in /proc/sys/kernel/ostype
  hs_say "kernel $\{hs_told:-$(uname -s)}"
  hs_line_in /proc/sys/kernel/hostname
  hs_say "hostname $\{hs_told:-$(uname -n)}"
  hs_ids_of $$
  hs_user=$\{hs_effective_id:-$(id -u)}
  hs_say "user $hs_user"
  if hs_has getenforce; then hs_say "selinux $(getenforce)"; fi
  for hs_tool in $hs_tools; do if hs_has "$hs_tool"; then hs_say "tool $hs_tool"; fi; done
  for hs_panel in $hs_panels; do if [ -d "$hs_panel" ]; then hs_say "panel $hs_panel"; fi; done
  if [ -r /etc/os-release ]; then hs_distribution; fi
}
`;

/**
 * Files' owners and modes as `ls` shows them, their digests unless they hold keys, and where links lead; certificates
 * whole, and nothing else of the files that hold them.
 */
const FILES = sh`
hs_list_all() { ls -Lldn "$@" 2>/dev/null; }
hs_sum_all() {
  if hs_has sha256sum; then sha256sum "$@" 2>/dev/null; return; fi
  for hs_path in "$@"; do hs_sum_of "$hs_path"; printf '%s  %s\n' "$hs_sum" "$hs_path"; done
}
hs_tell_link() {
  [ -e "$1" ] || return 0
  hs_real=
  if [ -h "$1" ]; then hs_real=$(readlink -f "$1" 2>/dev/null)
  elif [ "$\{1%/*}/" = "$hs_inside" ] || hs_enter_folder "$\{1%/*}/"; then
    hs_inside=$\{1%/*}/
    hs_real=$\{hs_entered%/}/$\{1##*/}
  fi
  if [ -n "$hs_real" ] && [ "$hs_real" != "$1" ]; then hs_say "link $1"; hs_say "real $hs_real"; fi
}
hs_lines_of() { grep -H '' "$@" /dev/null 2>/dev/null; }
hs_tell_files() {
  { hs_lots hs_list_all "$hs_reads$hs_keys"; hs_lots hs_sum_all "$hs_reads"; } | sed "s/^/$hs_marker row /"
  hs_inside=
  hs_each hs_tell_link "$hs_reads$hs_keys"
  hs_lots hs_lines_of "$hs_certificates" |
    sed -n "/:-----BEGIN CERTIFICATE-----/,/:-----/s/^/$hs_marker pem /p"
}
hs_absolute() { case $1 in /*) hs_path=$1 ;; *) hs_path=$hs_folder/$1 ;; esac; }
hs_read_too() { hs_reads=$hs_reads$1$hs_nl; }
hs_certificate() {
  hs_absolute "$1"
  hs_reads=$hs_reads$hs_path$hs_nl
  hs_certificates=$hs_certificates$hs_path$hs_nl
}
hs_key() { hs_absolute "$1"; hs_keys=$hs_keys$hs_path$hs_nl; }
hs_own_files() { for hs_path in "$hs_folder"/hostseal/*; do hs_reads=$hs_reads$hs_path$hs_nl; done; }
`;

/** Looks at a host and changes nothing. Certificates come out whole, keys never. */
const RUN = sh`
hs_say_built() { hs_say "build $1"; }
hs_report_server() {
  hs_is_master "$1" || return 0
  if ! hs_is_here "$1"; then
    [ -z "$hs_wanted" ] || return 0
    hs_say "$hs_kind $1"; hs_say "exe $hs_exe"; hs_say "line $hs_line"; hs_say container
    return
  fi
  hs_met=
  hs_is_roots "$1" "$hs_exe" && "hs_$\{hs_kind}_meet" "$1" "$hs_exe" "$hs_line" || return 0
  if [ -n "$hs_wanted" ] && [ "$hs_main" != "$hs_wanted" ]; then return; fi
  hs_say "$hs_kind $1"; hs_say "exe $hs_exe"; hs_say "line $hs_line"; hs_say "main $hs_main"
  hs_owner_of "$1" "$hs_exe"
  if [ -n "$hs_unit" ]; then hs_say "unit $hs_unit"; fi
  if [ -n "$hs_service" ]; then hs_say "service $hs_service"; fi
  hs_reads=; hs_keys=; hs_certificates=
  hs_remember_met "$1"
  "hs_$\{hs_kind}_report"
}
hs_report() {
  hs_wanted=$1
  hs_system
  hs_green=
  hs_look_around
  for hs_pid in $hs_pids; do
    hs_report_server "$hs_pid"
    if [ -n "$hs_wanted" ] && [ -n "$hs_met" ]; then break; fi
  done
  hs_say probed
}
`;

export const REPORT = `${LISTS}${SYSTEM}${FILES}${RUN}`;

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
const FILES = sh`
hs_stat() {
  [ -e "$2" ] || return 0
  hs_sum=-
  if [ "$1" = read ]; then hs_sum=$(hs_digest "$2"); fi
  set -f
  hs_seen=$(ls -Lldn "$2")
  set -- "$2" $hs_seen
  set +f
  hs_say "file $2 $4 $5 $hs_sum $1"
  hs_real=$(readlink -f "$1" 2>/dev/null)
  if [ -n "$hs_real" ] && [ "$hs_real" != "$1" ]; then hs_say "real $hs_real"; fi
}
hs_absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s/%s\n' "$hs_folder" "$1" ;; esac; }
hs_certificate() {
  hs_stat read "$1"
  [ -r "$1" ] && sed -n '/-----BEGIN CERTIFICATE-----/,/-----END CERTIFICATE-----/p' "$1" | hs_block "certificate $1"
}
`;

/** Looks at a host and changes nothing. Certificates come out whole, keys never. */
const RUN = sh`
hs_report_server() {
  hs_is_master "$1" || return 0
  if ! hs_is_here "$1"; then
    [ -z "$hs_wanted" ] || return 0
    hs_say "$hs_kind $1"; hs_say "exe $hs_exe"; hs_say "line $hs_line"; hs_say container
    return
  fi
  hs_is_roots "$1" "$hs_exe" && "hs_$\{hs_kind}_meet" "$1" "$hs_exe" "$hs_line" || return 0
  if [ -n "$hs_wanted" ] && [ "$hs_main" != "$hs_wanted" ]; then return; fi
  hs_say "$hs_kind $1"; hs_say "exe $hs_exe"; hs_say "line $hs_line"; hs_say "main $hs_main"
  hs_owner_of "$1" "$hs_exe"
  if [ -n "$hs_unit" ]; then hs_say "unit $hs_unit"; fi
  if [ -n "$hs_service" ]; then hs_say "service $hs_service"; fi
  "hs_$\{hs_kind}_report"
}
hs_report() {
  hs_wanted=$1
  hs_system
  for hs_pid in $(hs_candidates); do hs_report_server "$hs_pid"; done
  hs_say probed
}
`;

export const REPORT = `${LISTS}${SYSTEM}${FILES}${RUN}`;

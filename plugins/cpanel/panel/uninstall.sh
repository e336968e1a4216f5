#!/bin/sh
# Takes Hostseal off the server, with the keys of all accounts. Certificates that are installed stay.
set -eu

ROOT="${HOSTSEAL_ROOT:-}"
CPANEL="$ROOT/usr/local/cpanel"
FROM="$ROOT/usr/local/hostseal"

uninstall() {
  "$CPANEL/3rdparty/bin/perl" "$FROM/bin/hostseal" forget
  "$CPANEL/bin/manage_hooks" delete script "$FROM/bin/hook"
  "$CPANEL/bin/unregister_appconfig" hostseal
  "$CPANEL/scripts/uninstall_plugin" "$FROM/menu" --theme=jupiter
  rm -f "$ROOT/etc/cron.d/hostseal" "$CPANEL/whostmgr/docroot/addon_plugins/hostseal.svg"
  rm -rf "$CPANEL/base/frontend/jupiter/hostseal" "$CPANEL/whostmgr/docroot/cgi/hostseal"
  rm -rf "$ROOT/var/cpanel/hostseal" "$FROM"
  echo "Hostseal is gone from this server. What is installed on sites stays as it is."
}

uninstall
exit 0

#!/bin/sh
# Makes the panel know of Hostseal: button, page, WHM, hooks and cron. Again does no harm; an update of cPanel calls it.
set -eu

ROOT="${HOSTSEAL_ROOT:-}"
CPANEL="$ROOT/usr/local/cpanel"
FROM="$ROOT/usr/local/hostseal"
PERL="$CPANEL/3rdparty/bin/perl"
THEME="$CPANEL/base/frontend/jupiter"

rm -rf "$THEME/hostseal"
mkdir -p "$THEME/hostseal"
cp -R "$FROM/page/." "$THEME/hostseal/"

"$CPANEL/scripts/install_plugin" "$FROM/menu" --theme=jupiter

mkdir -p "$CPANEL/whostmgr/docroot/cgi/hostseal" "$CPANEL/whostmgr/docroot/addon_plugins"
cp "$FROM/whm/index.cgi" "$CPANEL/whostmgr/docroot/cgi/hostseal/index.cgi"
chmod 0755 "$CPANEL/whostmgr/docroot/cgi/hostseal/index.cgi"
cp "$FROM/whm/hostseal.svg" "$CPANEL/whostmgr/docroot/addon_plugins/hostseal.svg"
"$CPANEL/bin/register_appconfig" "$FROM/whm/hostseal.conf"

"$CPANEL/bin/manage_hooks" delete script "$FROM/bin/hook" >/dev/null 2>&1 || true
"$CPANEL/bin/manage_hooks" add script "$FROM/bin/hook"

(umask 077 && mkdir -p "$ROOT/var/cpanel/hostseal/spool")
mkdir -p "$ROOT/etc/cron.d"
cat > "$ROOT/etc/cron.d/hostseal" <<CRON
* * * * * root $PERL $FROM/bin/hostseal deliver >/dev/null 2>&1
17 * * * * root $PERL $FROM/bin/hostseal keys >/dev/null 2>&1
CRON

if [ -f "$ROOT/var/cpanel/hostseal/server.json" ]; then
  "$PERL" "$FROM/bin/hostseal" keys
fi

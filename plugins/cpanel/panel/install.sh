#!/bin/sh
# Installs Hostseal on a cPanel & WHM server, or updates it. With HOSTSEAL_ROOT everything happens below another root.
set -eu

ROOT="${HOSTSEAL_ROOT:-}"
HERE=$(cd -- "$(dirname -- "$0")" && pwd)
TO="$ROOT/usr/local/hostseal"

if [ ! -d "$ROOT/usr/local/cpanel" ]; then
  echo "There is no cPanel & WHM on this server." >&2
  exit 1
fi
if [ -z "$ROOT" ] && [ "$(id -u)" -ne 0 ]; then
  echo "Run this as root." >&2
  exit 1
fi

rm -rf "$TO.new"
mkdir -p "$TO.new"
cp -R "$HERE/." "$TO.new/"
chmod -R u=rwX,go=rX "$TO.new"
[ "$(id -u)" -ne 0 ] || chown -R 0:0 "$TO.new"
rm -rf "$TO"
mv "$TO.new" "$TO"

"$TO/register.sh"
echo "Hostseal @VERSION@ is installed. Connect it: WHM » Plugins » Hostseal SSL certificates."

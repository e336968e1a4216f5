#!/bin/sh
# Run by the plugin manager as root before this folder is removed. Nothing stays, the key of this server included.
set -eu
root="${HOSTSEAL_ROOT:-}"

if [ -z "$root" ]; then
    systemctl disable --now hostseal-signer.socket hostseal-deliver.timer || true
fi
rm -f "$root"/etc/systemd/system/hostseal-signer.socket "$root"/etc/systemd/system/hostseal-signer@.service
rm -f "$root"/etc/systemd/system/hostseal-deliver.service "$root"/etc/systemd/system/hostseal-deliver.timer
rm -rf "$root/usr/local/lib/hostseal" "$root/etc/hostseal" "$root/var/spool/hostseal" "$root/run/hostseal"
if [ -z "$root" ]; then
    systemctl daemon-reload
fi
echo "Uninstalled."

#!/bin/sh
# Run by the plugin manager as root; again after an update. Keeps what is set already.
# HOSTSEAL_ROOT, when set, stands before every path outside of this folder, and nothing is started.
set -eu
root="${HOSTSEAL_ROOT:-}"
plugin="$(cd "$(dirname "$0")/.." && pwd)"
program="$root/usr/local/lib/hostseal"
settings="$root/etc/hostseal"
units="$root/etc/systemd/system"
spool="$root/var/spool/hostseal"

command -v curl >/dev/null || { echo "curl is missing: install the package curl, then install this plugin again."; exit 1; }
perl -MDigest::SHA -MIO::Socket::UNIX -MJSON::PP -MMIME::Base64 -MTime::HiRes -e 1 2>/dev/null || {
    echo "Modules of Perl are missing: install the package perl (on RHEL and its kin perl-core), then install this plugin again."
    exit 1
}

install -d -m 0700 "$settings" "$spool"
install -d -m 0755 "$program/Hostseal" "$units"
install -m 0755 "$plugin"/service/hostseal-* "$program/"
install -m 0644 "$plugin"/service/Hostseal/*.pm "$program/Hostseal/"
install -m 0644 "$plugin"/service/systemd/* "$units/"
[ -e "$settings/directadmin.conf" ] || install -m 0600 "$plugin/service/directadmin.conf" "$settings/directadmin.conf"
if [ ! -s "$settings/server.key" ]; then
    (umask 077 && head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$settings/server.key")
fi
for level in user reseller admin; do
    cp "$plugin/$level/doorstep.pl" "$plugin/$level/index.html"
done
chmod 0755 "$plugin"/user/* "$plugin"/reseller/* "$plugin"/admin/* "$plugin"/hooks/*.sh "$plugin"/scripts/*.sh

if [ -z "$root" ]; then
    systemctl daemon-reload
    systemctl enable --now hostseal-signer.socket hostseal-deliver.timer
fi
echo "Installed. Fill in /etc/hostseal/directadmin.conf, and give Hostseal the key of this server: /etc/hostseal/server.key"

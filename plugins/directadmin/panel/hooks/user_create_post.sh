#!/bin/sh
# DirectAdmin runs this as root after the event, with the account in $username. It never stands in the panel's way.
"${HOSTSEAL_ROOT:-}/usr/local/lib/hostseal/hostseal-tell" created "${username:-}" || exit 0
[ -n "${HOSTSEAL_ROOT:-}" ] || systemctl start --no-block hostseal-deliver.service || exit 0

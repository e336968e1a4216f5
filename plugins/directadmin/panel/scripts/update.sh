#!/bin/sh
# Run by the plugin manager as root after the files of this folder were replaced.
set -eu
exec "$(dirname "$0")/install.sh"

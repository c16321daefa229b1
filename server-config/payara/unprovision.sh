#!/usr/bin/env bash
# Removes from a stopped Payara domain everything that provision.sh has put in. Data stays.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/domain.sh"

name=domain1
if [ "${1:-}" = --domain ]; then name=${2:?--domain needs the name of a domain}; shift 2; fi
if [ $# -ne 1 ]; then
    echo "Usage: unprovision.sh [--domain NAME] PAYARA_HOME" >&2
    exit 2
fi
require_domain "$1" "$name"

for part in doors password-aliases shared-default-database cluster default-database database broker logging; do
    . "$here/scripts/$part.sh"
    "remove_${part//-/_}"
done
rm -f "$domain/.abakus-provisioned" "$domain/.abakus-fingerprint" "$domain/.abakus-lock"
echo "Payara in $home is as it was before ($name); its data, abakus and imq included, has been left in place."

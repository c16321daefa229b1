#!/usr/bin/env bash
# Removes everything that provision.sh has added to a stopped Payara domain. Data stays.
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
echo "Payara in $home is as it was before ($name); its data, including abakus and imq, has been left in place."

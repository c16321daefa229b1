#!/usr/bin/env bash
# Removes everything that provision.sh has added to a stopped WildFly. Data stays.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/offline.sh"

config=standalone-full.xml
if [ "${1:-}" = --config ]; then config=${2:?--config needs the name of a file}; shift 2; fi
if [ $# -ne 1 ]; then
    echo "Usage: unprovision.sh [--config FILE] WILDFLY_HOME" >&2
    exit 2
fi
require_server "$1" "$config"
home=$(cd "$1" && pwd -P)

# The part doors is removed only if provision.sh has installed it. Otherwise, these settings are the administrator's own.
parts=(shared-default-database default-database cluster database broker logging)
scripts=()
if has_credential_store "$home" "$config"; then
    parts=(credential-store "${parts[@]}")
    scripts=("$here/scripts/release-credential-store.cli")
fi
doors=$home/.abakus-doors-$config
if [ -f "$doors" ] || grep -qs "^$config \(.* \)\?doors " "$home/$(stamp_of "$config")"; then parts=(doors "${parts[@]}"); fi
for part in "${parts[@]}"; do scripts+=("$here/scripts/remove-$part.cli"); done
run_offline "$home" "$config" "${scripts[@]}"
boot=$home/standalone/configuration/logging.properties
[ ! -f "$boot.before-abakus" ] || mv "$boot.before-abakus" "$boot"
if grep -qs no.abakus "$home/modules/org/slf4j/impl/main/module.xml"; then
    rm -r "$home/modules/org/slf4j/impl"
    rmdir "$home/modules/org/slf4j" "$home/modules/org" 2> /dev/null || true
fi
rmdir "$home/modules/no/abakus" "$home/modules/no" 2> /dev/null || true
stamp=$(stamp_of "$config")
rm -rf "$home/.abakus-classes"
rm -f "$home/$stamp" "$home/.abakus-fingerprint${stamp#.abakus-provisioned}" "$doors" "$home/standalone/.abakus-lock"
echo "WildFly in $home is as it was before ($config); its data, including data/abakus, has been left in place."

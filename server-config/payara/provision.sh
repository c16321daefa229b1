#!/usr/bin/env bash
# Prepares a domain of a stopped Payara: JSON lines on stdout, the broker's settings, a file database.
# Running it again is safe; if neither scripts nor jar have changed it does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/domain.sh"

name=domain1
if [ "${1:-}" = --domain ]; then name=${2:?--domain needs the name of a domain}; shift 2; fi
if [ $# -lt 2 ]; then
    cat >&2 <<'TEXT'
Usage: provision.sh [--domain NAME] PAYARA_HOME LOGGING_JAR [PART]...
  NAME         a folder of PAYARA_HOME/glassfish/domains (default: domain1)
  PAYARA_HOME  the folder that holds bin and glassfish; of the distribution it is called payara6
  LOGGING_JAR  abakus-logging-VERSION.jar
  PART         logging, broker or database (default: all three)
TEXT
    exit 2
fi
require_domain "$1" "$name"
jar=$2; shift 2
parts=("$@"); [ $# -gt 0 ] || parts=(logging broker database)
[ -f "$jar" ] || fail "$jar: there is no such jar; \"mvn package\" builds it in server-config/logging/target."
scripts=()
for part in "${parts[@]}"; do
    case $part in
        logging|broker|database) scripts+=("$here/scripts/$part.sh"); . "$here/scripts/$part.sh" ;;
        *) fail "$part is not a part: use logging, broker or database." ;;
    esac
done

digest() { if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }
stamp=$domain/.abakus-provisioned
[ ! -f "${H2_JAR:-}" ] || scripts+=("$H2_JAR")
wanted="${parts[*]} $(cat "${scripts[@]}" "$jar" | digest)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    echo "Payara in $home is up to date: ${parts[*]} ($name)."
    exit 0
fi

rm -f "$stamp"
for part in "${parts[@]}"; do
    "install_$part"
done
echo "$wanted" > "$stamp"
echo "Payara in $home is provisioned: ${parts[*]} ($name)."

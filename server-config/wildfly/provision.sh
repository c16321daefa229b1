#!/usr/bin/env bash
# Prepares a stopped WildFly: JSON lines on stdout, the broker's settings, a file database.
# Running it again is safe; if neither scripts nor jar have changed it does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/offline.sh"

config=standalone-full.xml
if [ "${1:-}" = --config ]; then config=${2:?--config needs the name of a file}; shift 2; fi
if [ $# -lt 2 ]; then
    cat >&2 <<'TEXT'
Usage: provision.sh [--config FILE] WILDFLY_HOME LOGGING_JAR [PART]...
  FILE         a file of WILDFLY_HOME/standalone/configuration (default: standalone-full.xml)
  LOGGING_JAR  abakus-logging-VERSION.jar
  PART         logging, broker or database (default: all three); and doors, which closes entry points that a server running
               only Abakus does not need
The broker's guard is ../guard/target/abakus-guard-VERSION.jar, or $GUARD_JAR.
TEXT
    exit 2
fi
home=$1; jar=$2; shift 2
parts=("$@"); [ $# -gt 0 ] || parts=(logging broker database)
require_server "$home" "$config"
home=$(cd "$home" && pwd -P)
[ -f "$jar" ] || fail "$jar: there is no such jar; \"mvn package\" builds it in server-config/logging/target."
scripts=()
for part in "${parts[@]}"; do
    [ -f "$here/scripts/install-$part.cli" ] || fail "$part is not a part: use logging, broker, database or doors."
    scripts+=("$here/scripts/install-$part.cli")
done

inputs=("${scripts[@]}")
guard=${GUARD_JAR:-}
[ -n "$guard" ] || for guard in "$here"/../guard/target/abakus-guard-*[0-9T].jar; do break; done
case " ${parts[*]} " in
    *" broker "*)
        [ -f "$guard" ] || fail "there is no broker guard at $guard: \"mvn package\" builds it in server-config/guard/target, or give GUARD_JAR."
        inputs+=("$guard")
        ;;
esac

digest() { if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }
stamp=$home/.abakus-provisioned
wanted="$config ${parts[*]} $(cat "${inputs[@]}" "$here/scripts/logging.properties" "$here/scripts/slf4j.module.xml" "$jar" | digest)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    echo "WildFly in $home is up to date: ${parts[*]} ($config)."
    exit 0
fi

rm -f "$stamp"
# Before the first step, because completed steps are kept if a later one fails.
case " ${parts[*]} " in *" doors "*) touch "$home/.abakus-doors-$config" ;; esac
# The jar's name in the module does not contain its version, so that a newer jar replaces it.
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp "$jar" "$staging/abakus-logging.jar"
[ ! -f "$guard" ] || cp "$guard" "$staging/abakus-guard.jar"
run_offline "$home" "$config" "${scripts[@]}" "-Dprovision.guard.jar=$staging/abakus-guard.jar" "-Dprovision.logging.jar=$staging/abakus-logging.jar"

case " ${parts[*]} " in
    *" logging "*)
        boot=$home/standalone/configuration/logging.properties
        [ -f "$boot.before-abakus" ] || cp "$boot" "$boot.before-abakus"
        cp "$here/scripts/logging.properties" "$boot"
        binding=$home/modules/org/slf4j/impl/main
        mkdir -p "$binding/services/META-INF/services"
        cp "$here/scripts/slf4j.module.xml" "$binding/module.xml"
        cp "$jar" "$binding/abakus-logging.jar"
        echo no.abakus.logging.slf4j.Slf4jLogs > "$binding/services/META-INF/services/org.slf4j.spi.SLF4JServiceProvider"
        ;;
esac
echo "$wanted" > "$stamp"
echo "WildFly in $home is provisioned: ${parts[*]} ($config)."

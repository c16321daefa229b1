#!/usr/bin/env bash
# Prepares a stopped WildFly: JSON lines on stdout, the broker's settings, a database for Abakus.
# Running it again is safe; if scripts, jars and the server's own files are as they were after the last run, it does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/offline.sh"

usage() {
    cat >&2 <<'TEXT'
Usage: provision.sh [--dry-run] [--config FILE] WILDFLY_HOME LOGGING_JAR [PART]...
  --dry-run    prints what would change, and changes nothing
  FILE         a file of WILDFLY_HOME/standalone/configuration (default: standalone-full.xml)
  LOGGING_JAR  abakus-logging-VERSION.jar
  PART         logging           JSON lines on stdout
               broker            settings of the embedded broker, and its guard
               database          a data source for Abakus' own tables, over a file
               default-database  a file instead of memory for the server's default data source
               doors             closes entry points that a server running only Abakus does not need
               (default: logging, broker and database)
The broker's guard is ../guard/target/abakus-guard-VERSION.jar, or $GUARD_JAR.
TEXT
    exit 2
}

config=standalone-full.xml; dry=
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry=yes; shift ;;
        --config) config=${2:?--config needs the name of a file}; shift 2 ;;
        -*) usage ;;
        *) break ;;
    esac
done
[ $# -ge 2 ] || usage
home=$1; jar=$2; shift 2
parts=("$@"); [ $# -gt 0 ] || parts=(logging broker database)
require_server "$home" "$config"
home=$(cd "$home" && pwd -P)
[ -f "$jar" ] || fail "$jar: there is no such jar; \"mvn package\" builds it in server-config/logging/target."
scripts=()
for part in "${parts[@]}"; do
    [ -f "$here/scripts/install-$part.cli" ] || fail "$part is not a part: use logging, broker, database, default-database or doors."
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

# The jar's name in the module does not contain its version, so that a newer jar replaces it.
staging=$(mktemp -d)
trap 'rm -rf "$staging" ${trial:+"$trial"}' EXIT
cp "$jar" "$staging/abakus-logging.jar"
[ ! -f "$guard" ] || cp "$guard" "$staging/abakus-guard.jar"

# Installs all parts in this server.
#   install HOME
install() {
    local home=$1 boot=$1/standalone/configuration/logging.properties binding=$1/modules/org/slf4j/impl/main
    run_offline "$home" "$config" "${scripts[@]}" "-Dprovision.guard.jar=$staging/abakus-guard.jar" "-Dprovision.logging.jar=$staging/abakus-logging.jar"
    case " ${parts[*]} " in
        *" logging "*)
            [ -f "$boot.before-abakus" ] || cp "$boot" "$boot.before-abakus"
            cp "$here/scripts/logging.properties" "$boot"
            mkdir -p "$binding/services/META-INF/services"
            cp "$here/scripts/slf4j.module.xml" "$binding/module.xml"
            cp "$jar" "$binding/abakus-logging.jar"
            echo no.abakus.logging.slf4j.Slf4jLogs > "$binding/services/META-INF/services/org.slf4j.spi.SLF4JServiceProvider"
            ;;
    esac
}

if [ -n "$dry" ]; then
    trial=$(mktemp -d "$home.trial.XXXXXX" 2> /dev/null || mktemp -d)
    trial_copy "$home" "$trial"
    install "$trial"
    if show_changes "$home" "$trial" "$config"; then
        echo "Nothing would change in the WildFly in $home: ${parts[*]} ($config)."
    else
        echo "The WildFly in $home would change as shown: ${parts[*]} ($config). Nothing was changed."
    fi
    exit 0
fi

# The stamp says what was installed, the fingerprint what the server's files were afterwards. The stamp alone proves nothing: a
# restored configuration is below it.
stamp=$home/.abakus-provisioned
known=$home/.abakus-fingerprint
wanted="$config ${parts[*]} $(cat "${inputs[@]}" "$here/scripts/logging.properties" "$here/scripts/slf4j.module.xml" "$jar" | digest)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -f "$known" ] \
        && [ "$(cat "$known")" = "$(fingerprint "$home" "$config")" ]; then
    echo "WildFly in $home is up to date: ${parts[*]} ($config)."
    exit 0
fi

rm -f "$stamp" "$known"
# Before the first step, because completed steps are kept if a later one fails.
case " ${parts[*]} " in *" doors "*) touch "$home/.abakus-doors-$config" ;; esac
install "$home"
fingerprint "$home" "$config" > "$known"
echo "$wanted" > "$stamp"
echo "WildFly in $home is provisioned: ${parts[*]} ($config)."

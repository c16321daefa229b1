#!/usr/bin/env bash
# Prepares a stopped WildFly: JSON lines on stdout, the broker's settings and a database for Abakus. It can also become a node of a cluster.
# Running this again is safe. It does nothing if scripts, jars and the server's own files are as they were after the last run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/offline.sh"

usage() {
    cat >&2 <<'TEXT'
Usage: provision.sh [--dry-run] [--config FILE] WILDFLY_HOME LOGGING_JAR [PART]...
  --dry-run    prints what would change, and changes nothing
  FILE         a file of WILDFLY_HOME/standalone/configuration (default: standalone-full.xml). If the part cluster is
               named, a file that does not exist is created as a copy of standalone-full.xml
  LOGGING_JAR  abakus-logging-VERSION.jar
  PART         logging           JSON lines on stdout
               broker            settings of the embedded broker, and its guard
               database          a data source for Abakus' own tables, which stores them in a file
               default-database  stores the server's default data source in a file instead of memory
               cluster           instead of broker and database: an Artemis pair and a PostgreSQL outside the server
               shared-default-database  makes that PostgreSQL the server's default data source, too
               credential-store  after cluster: reads the passwords of broker and database from $ABAKUS_CREDENTIAL_STORE
                                 instead of the environment
               doors             closes entry points that a server running only Abakus does not need, and limits slow
                                 clients
               (default: logging, broker and database)
The broker's guard is ../guard/target/abakus-guard-VERSION.jar, or $GUARD_JAR.
The driver of PostgreSQL is target/postgresql.jar, or $POSTGRESQL_JAR.
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
has() { case " ${parts[*]} " in *" $1 "*) return 0 ;; esac; return 1; }
model=$config
if has cluster && [ ! -f "$home/standalone/configuration/$config" ]; then model=standalone-full.xml; fi
require_server "$home" "$model"
home=$(cd "$home" && pwd -P)
[ -f "$jar" ] || fail "$jar: there is no such jar; \"mvn package\" builds it in server-config/logging/target."
scripts=()
for part in "${parts[@]}"; do
    [ -f "$here/scripts/install-$part.cli" ] || fail "$part is not a part: use logging, broker, database, default-database, cluster, shared-default-database, credential-store or doors."
    scripts+=("$here/scripts/install-$part.cli")
done

for part in broker database; do
    if has cluster && has "$part"; then
        fail "the parts cluster and $part exclude each other, because the nodes of a cluster share a broker and a database outside the servers. Nothing was changed."
    fi
done
if has shared-default-database && { has default-database || ! has cluster; }; then
    fail "shared-default-database needs the part cluster, and excludes default-database. Nothing was changed."
fi

if has credential-store; then
    case " ${parts[*]} " in
        *" cluster "*"credential-store "*) ;;
        *) fail "credential-store needs the part cluster, named before it. Nothing was changed." ;;
    esac
    [ -n "${ABAKUS_CREDENTIAL_STORE_PASSWORD:-}" ] || fail "set ABAKUS_CREDENTIAL_STORE_PASSWORD to the password of the credential store. Nothing was changed."
    case ${ABAKUS_CREDENTIAL_STORE:-} in
        /*) [ -f "$ABAKUS_CREDENTIAL_STORE" ] || fail "there is no credential store at $ABAKUS_CREDENTIAL_STORE: elytron-tool.sh makes one. Nothing was changed." ;;
        *) fail "set ABAKUS_CREDENTIAL_STORE to the absolute path of the credential store. Nothing was changed." ;;
    esac
fi
inputs=("${scripts[@]}")
# The part cluster writes passwords. WildFly refuses them beside the references that an earlier run of the part credential-store has written.
if has cluster && has_credential_store "$home" "$model"; then
    # WildFly cannot add a store that it has removed in the same run.
    has credential-store || scripts=("$here/scripts/remove-credential-store.cli" "${scripts[@]}")
    scripts=("$here/scripts/release-credential-store.cli" "${scripts[@]}")
fi
guard=${GUARD_JAR:-}
[ -n "$guard" ] || for guard in "$here"/../guard/target/abakus-guard-*[0-9T].jar; do break; done
if has broker; then
    [ -f "$guard" ] || fail "there is no broker guard at $guard: \"mvn package\" builds it in server-config/guard/target. Or set GUARD_JAR to its path."
    inputs+=("$guard")
fi
driver=${POSTGRESQL_JAR:-$here/target/postgresql.jar}
if has cluster; then
    [ -f "$driver" ] || fail "there is no driver of PostgreSQL at $driver: \"mvn package\" copies it to server-config/wildfly/target. Or set POSTGRESQL_JAR to its path."
    inputs+=("$driver")
fi

# The names of the jars in the modules contain no version, so that a newer jar replaces an older one.
staging=$(mktemp -d)
trap 'rm -rf "$staging" ${trial:+"$trial"}' EXIT
cp "$jar" "$staging/abakus-logging.jar"
[ ! -f "$guard" ] || cp "$guard" "$staging/abakus-guard.jar"
[ ! -f "$driver" ] || cp "$driver" "$staging/postgresql.jar"

# Installs all parts in this server.
#   install HOME
install() {
    local home=$1 boot=$1/standalone/configuration/logging.properties binding=$1/modules/org/slf4j/impl/main
    [ "$model" = "$config" ] || cp "$home/standalone/configuration/$model" "$home/standalone/configuration/$config"
    run_offline "$home" "$config" "${scripts[@]}" "-Dprovision.guard.jar=$staging/abakus-guard.jar" \
        "-Dprovision.logging.jar=$staging/abakus-logging.jar" "-Dprovision.postgresql.jar=$staging/postgresql.jar"
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

# The stamp says what was installed, and the fingerprint says what the server's files were afterwards. The stamp alone proves nothing,
# because it stays if somebody restores the configuration.
stamp=$home/$(stamp_of "$config")
known=$home/.abakus-fingerprint${stamp##*/.abakus-provisioned}
wanted="$config ${parts[*]} $(cat "${inputs[@]}" "$here/scripts/logging.properties" "$here/scripts/slf4j.module.xml" "$jar" | digest)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -f "$known" ] \
        && [ "$(cat "$known")" = "$(fingerprint "$home" "$config")" ]; then
    echo "WildFly in $home is up to date: ${parts[*]} ($config)."
    exit 0
fi

rm -f "$stamp" "$known"
# This marker is written before the first step, because completed steps are kept if a later step fails.
if has doors; then touch "$home/.abakus-doors-$config"; fi
install "$home"
fingerprint "$home" "$config" > "$known"
echo "$wanted" > "$stamp"
echo "WildFly in $home is provisioned: ${parts[*]} ($config)."

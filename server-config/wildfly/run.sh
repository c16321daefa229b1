#!/usr/bin/env bash
# Starts a provisioned WildFly in the foreground, with nothing but the server's own lines on stdout.
# standalone.sh would print a banner to stdout. This script starts the same Java with the same options.
set -euo pipefail

usage() {
    cat >&2 <<'TEXT'
Usage: run.sh [option]... [-Dname=value]...
  --home DIR         the provisioned WildFly            (default: $JBOSS_HOME)
  --base DIR         the folder of configuration, data, deployments and logs (default: HOME/standalone). Any other folder
                     gets a copy of the configuration of HOME/standalone, and a new copy after HOME was provisioned again.
  --config FILE      (default: standalone-full.xml)
  --port-offset N    added to 8080, 9990 and every other port (default: 0)
  --bind ADDRESS     (default: 127.0.0.1)
  --node NAME        the name of this server, unique among those that share a broker or a database
                     (default: the host's name and the port offset)
  --deploy ARCHIVE   an archive to deploy at this start; may be given several times
  --only             removes archives that earlier starts have deployed and this start does not name
  --deploy-within SECONDS  how long the archives may take to come up (default: 600)
  --lifeline         stops the server when stdin ends, so that it does not outlive a killed parent
Java is $JAVA_HOME/bin/java, or else the java on the path. Its memory is $JBOSS_JAVA_SIZING (default: -Xms256m -Xmx1g).
The settings of the server's bin/standalone.conf apply.
With ABAKUS_CLASS_ARCHIVE=on, the first orderly stop writes an archive of the JVM's classes to HOME/.abakus-classes,
which makes later starts faster. That stop takes up to half a minute longer.
Files are readable only by their owner, unless $ABAKUS_UMASK (such as 027) sets another mask.
Exit codes: 2 not started; 3 out of memory; 4 a task called System.exit, and the
server's stop waited for that task; 129 an archive failed to deploy or did not come up in time
(143 if started by nohup);
130 Ctrl-C; 143 SIGTERM; 137 killed. A supervisor should restart it after 3, 4, 129 and 137.
TEXT
    exit 2
}

fail() { echo "run.sh: $*" >&2; exit 2; }

home=${JBOSS_HOME:-}; base=; config=standalone-full.xml; offset=0; bind=127.0.0.1; node=; only=; within=600; lifeline=
archives=(); properties=()
while [ $# -gt 0 ]; do
    case $1 in
        -D*) properties+=("$1"); shift; continue ;;
        --lifeline) lifeline=yes; shift; continue ;;
        --only) only=yes; shift; continue ;;
        -h|--help) usage ;;
    esac
    [ $# -ge 2 ] || { echo "run.sh: $1 is not an option, or its value is missing." >&2; usage; }
    case $1 in
        --home) home=$2 ;;
        --base) base=$2 ;;
        --config) config=$2 ;;
        --port-offset) offset=$2 ;;
        --bind) bind=$2 ;;
        --node) node=$2 ;;
        --deploy) archives+=("$2") ;;
        --deploy-within) within=$2 ;;
        *) echo "run.sh: $1 is not an option." >&2; usage ;;
    esac
    shift 2
done

[ -n "$home" ] || fail "no server: give --home DIR or set JBOSS_HOME."
[ -f "$home/jboss-modules.jar" ] || fail "$home is not a WildFly: it has no jboss-modules.jar."
[[ $offset =~ ^[0-9]+$ ]] || fail "--port-offset $offset is not a whole number."
[[ $within =~ ^[0-9]+$ ]] || fail "--deploy-within $within is not a whole number of seconds."
for archive in ${archives[@]+"${archives[@]}"}; do
    [ -f "$archive" ] || fail "--deploy $archive: there is no such file."
done
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$home" && pwd -P)
base=${base:-$home/standalone}
. "$here/../launcher/base.sh"
. "$here/../launcher/archive.sh"
take_base "$base"
stamp=.abakus-provisioned
[ "$config" = standalone-full.xml ] || stamp=.abakus-provisioned-$config
if [ ! -d "$base/configuration" ] || { [ -f "$base/$stamp" ] && ! cmp -s "$home/$stamp" "$base/$stamp"; }; then
    mkdir -p "$base/deployments"
    if [ -d "$base/configuration" ]; then
        cp -R "$home/standalone/configuration/." "$base/configuration"
    else
        # A first copy that is interrupted must not look like a complete one.
        rm -rf "$base/.configuration.new"
        mkdir "$base/.configuration.new"
        cp -R "$home/standalone/configuration/." "$base/.configuration.new"
        mv "$base/.configuration.new" "$base/configuration"
    fi
    [ ! -f "$home/$stamp" ] || cp "$home/$stamp" "$base/$stamp"
fi
base=$(cd "$base" && pwd -P)
tighten "$base" configuration data log tmp deployments
[ -f "$base/configuration/$config" ] || fail "$base/configuration has no $config."
node=${node:-$(uname -n | cut -d. -f1)-$offset}
# A transaction id has room for 23 bytes of the node's name. The name's end is kept, because it distinguishes two servers on one host.
transaction_node=$node
[ ${#node} -le 23 ] || transaction_node=${node: -23}

if [ -n "$only" ]; then
    for deployed in "$base"/deployments/*.[ejrw]ar; do
        [ -e "$deployed" ] || continue
        for archive in ${archives[@]+"${archives[@]}"}; do
            [ "$(basename "$archive")" != "$(basename "$deployed")" ] || continue 2
        done
        rm -rf "$deployed" "$deployed".*
    done
fi

# The scanner deploys archives with a .dodeploy file beside them. All other markers are from an earlier start.
for archive in ${archives[@]+"${archives[@]}"}; do
    deployed=$base/deployments/$(basename "$archive")
    cmp -s "$archive" "$deployed" || cp "$archive" "$deployed"
    rm -f "$deployed".{deployed,failed,undeployed,pending,skipdeploy,isdeploying,isundeploying}
    touch "$deployed.dodeploy"
done

JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -x "$(command -v "$JAVA")" ] || fail "there is no Java at $JAVA: correct JAVA_HOME, or unset it to use the path."

# The server's own scripts know which modules this version must open on this JDK. These scripts are written for plain sh,
# read variables that may be unset, and print to stdout.
DIRNAME=$home/bin; GREP=grep; JBOSS_HOME=$home; RUN_CONF=${RUN_CONF:-$home/bin/standalone.conf}
JBOSS_JAVA_SIZING=${JBOSS_JAVA_SIZING:--Xms256m -Xmx1g}
set +eu
{
    . "$home/bin/common.sh"
    [ ! -r "$RUN_CONF" ] || . "$RUN_CONF"
    setDefaultModularJvmOptions $JAVA_OPTS
} >&2
set -eu
serial_filter=()
case $JAVA_OPTS in
    *-Djdk.serialFilter*) ;;
    *) [ -n "${DISABLE_JDK_SERIAL_FILTER:-}" ] || serial_filter=("-Djdk.serialFilter=$JDK_SERIAL_FILTER") ;;
esac
export JBOSS_HOME MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-1}

# The server replaces this process, so its id is already known. The watcher closes its stdout, so that readers see stdout
# end with the server.
[ -z "$lifeline" ] || hold_lifeline
show_fresh_passwords "$base/data/abakus/console-credentials-fresh"

# The scanner reports the outcome of a deployment in a file beside the archive.
state_of() {
    local deployed
    deployed=$base/deployments/$(basename "$1")
    if [ -e "$deployed.failed" ]; then echo failed; elif [ -e "$deployed.deployed" ]; then echo up; fi
}
watch_deployments "$within" ${archives[@]+"${archives[@]}"}

# A listener's annotation refers to its concurrency in Payara's syntax. WildFly takes this for a property whose name contains "=", which -D
# cannot set.
named=()
for property in ${properties[@]+"${properties[@]}"}; do
    case $property in
        -Dabakus.concurrency.*=*)
            [[ $property =~ =([1-9][0-9]{0,2}|1000)$ ]] || fail "$property is not a number of tasks: use 1 to 1000."
            [ ${#named[@]} -gt 0 ] || { named=("--properties=$base/tmp/abakus-concurrency.properties"); mkdir -p "$base/tmp"; : > "${named[0]#*=}"; }
            property=${property#-D}
            echo "MPCONFIG\\=${property%%=*}=${property#*=}" >> "${named[0]#*=}"
            ;;
    esac
done

while IFS= read -r option; do properties+=("$option"); done < <(broker_trust)

use_class_archive "$home/.abakus-classes" "$JAVA" "$home/jboss-modules.jar" "$home/jboss-modules.jar" "$home/$stamp"

# By default, the JVM's own warnings and thread dumps go to stdout.
exec "$JAVA" ${archive_options[@]+"${archive_options[@]}"} "-D[Standalone]" -XX:+DisplayVMOutputToStderr -XX:+ExitOnOutOfMemoryError \
    ${serial_filter[@]+"${serial_filter[@]}"} $JAVA_OPTS $DEFAULT_MODULAR_JVM_OPTIONS \
    "-Dorg.jboss.boot.log.file=$base/log/server.log" \
    "-Dlogging.configuration=file:$base/configuration/logging.properties" \
    ${properties[@]+"${properties[@]}"} \
    -jar "$home/jboss-modules.jar" ${MODULE_OPTS:-} -mp "${JBOSS_MODULEPATH:-$home/modules}" org.jboss.as.standalone \
    ${named[@]+"${named[@]}"} "-Djboss.home.dir=$home" "-Djboss.server.base.dir=$base" -c "$config" \
    "-Djboss.node.name=$node" "-Djboss.tx.node.id=$transaction_node" \
    "-Djboss.bind.address=$bind" "-Djboss.bind.address.management=$bind" "-Djboss.socket.binding.port-offset=$offset"

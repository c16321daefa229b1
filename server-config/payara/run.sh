#!/usr/bin/env bash
# Starts a provisioned Payara in the foreground, with nothing but the server's own lines on stdout.
# asadmin would print to stdout, and return while the server keeps running. This script starts the same Java with the same options.
set -euo pipefail

usage() {
    cat >&2 <<'TEXT'
Usage: run.sh [option]... [-Dname=value]...
  --home DIR         the provisioned Payara             (default: $PAYARA_HOME)
  --base DIR         the domain's folder: configuration, data, deployments and logs (default: HOME/glassfish/domains/domain1).
                     Any other folder gets a copy of the configuration of domain1, and a new copy after HOME was provisioned again.
  --port-offset N    added to 8080, 4848, 7676 and every other port (default: 0)
  --bind ADDRESS     (default: 127.0.0.1)
  --node NAME        the name of this server, unique among those that share a broker or a database
                     (default: the host's name and the port offset)
  --deploy ARCHIVE   an archive to deploy at this start; may be given several times
  --only             removes archives that earlier starts have deployed and this start does not name
  --artemis HOST:PORT[,HOST:PORT]  uses a standalone Artemis, or a pair, instead of the broker in the server. The server logs in
                     as $ABAKUS_BROKER_USER with $ABAKUS_BROKER_PASSWORD, if Artemis requires a login. The connection uses TLS if
                     ABAKUS_BROKER_TLS=true at the domain's first start. A domain cannot change to another broker.
  --deploy-within SECONDS  how long the archives may take to come up (default: 600)
  --lifeline         stops the server when stdin ends, so that it does not outlive a killed parent
Ports, addresses and deployments are written to the domain's configuration, as asadmin does.
Java is $JAVA_HOME/bin/java, or else the java on the path. Its memory is $PAYARA_JAVA_SIZING (default: -Xms256m -Xmx1g).
Files are readable only by their owner, unless $ABAKUS_UMASK (such as 027) sets another mask.
Exit codes: 2 not started; 3 out of memory; 4 a task called System.exit, and the
server's stop waited for that task; 129 an archive failed to deploy or did not come up in time
(143 if started by nohup);
130 Ctrl-C; 143 SIGTERM; 137 killed. A supervisor should restart it after 3, 4, 129 and 137.
TEXT
    exit 2
}

fail() { echo "run.sh: $*" >&2; exit 2; }

home=${PAYARA_HOME:-}; base=; offset=0; bind=127.0.0.1; node=; artemis=; only=; within=600; lifeline=
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
        --port-offset) offset=$2 ;;
        --bind) bind=$2 ;;
        --node) node=$2 ;;
        --deploy) archives+=("$2") ;;
        --deploy-within) within=$2 ;;
        --artemis) artemis=$2 ;;
        *) echo "run.sh: $1 is not an option." >&2; usage ;;
    esac
    shift 2
done

[ -n "$home" ] || fail "no server: give --home DIR or set PAYARA_HOME."
[ -x "$home/bin/asadmin" ] || fail "$home is not a Payara: it has no bin/asadmin."
[[ $offset =~ ^[0-9]+$ ]] || fail "--port-offset $offset is not a whole number."
[[ -z $artemis || $artemis =~ ^[A-Za-z0-9._-]+:[0-9]+(,[A-Za-z0-9._-]+:[0-9]+)?$ ]] \
    || fail "--artemis $artemis is not a host and port, such as 127.0.0.1:61616, or two of them separated by a comma."
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$home" && pwd -P)
template=$home/glassfish/domains/domain1
base=${base:-$template}
[[ $within =~ ^[0-9]+$ ]] || fail "--deploy-within $within is not a whole number of seconds."
for archive in ${archives[@]+"${archives[@]}"}; do
    [ -f "$archive" ] || fail "--deploy $archive: there is no such file."
done
. "$here/../launcher/base.sh"
take_base "$base"
stamp=.abakus-provisioned
# Prints the domain's applications, one per line.
applications() { sed -n 's/.*<application .*name="\([^"]*\)".*/\1/p' "$base/config/domain.xml" 2> /dev/null; }
# Prints the name that the domain gives an archive. An EAR may define its name itself.
application_of() {
    local said
    said=$(unzip -p "$1" META-INF/application.xml 2> /dev/null | tr '\n' ' ' \
        | sed -n 's/.*<application-name>[[:space:]]*\([^<[:space:]]*\)[[:space:]]*<\/application-name>.*/\1/p' || true)
    if [ -n "$said" ]; then echo "$said"; else basename "$1" | sed 's/\.[a-z]*$//'; fi
}
strangers=
if [ -n "$only" ]; then
    named=" abakus-artemis "
    for archive in ${archives[@]+"${archives[@]}"}; do named+="$(application_of "$archive") "; done
    for application in $(applications); do
        case $named in *" $application "*) ;; *) strangers=yes ;; esac
    done
fi
# Nothing could restore the template, because there is no other template to copy.
[ -z "$strangers" ] || [ ! "$base" -ef "$template" ] \
    || fail "--only would remove applications of $template itself: undeploy them with asadmin, or give another --base. Nothing was changed."
if [ ! -d "$base/config" ] || [ -n "$strangers" ] || { [ -f "$base/$stamp" ] && ! cmp -s "$template/$stamp" "$base/$stamp"; }; then
    # Removes the previous configuration and deployments. Data under abakus and imq stays.
    rm -rf "$base/config" "$base/.config.new" "$base/lib" "$base/applications" "$base/generated" "$base/osgi-cache" "$base/.abakus-deployed" "$base/.abakus-artemis"
    mkdir -p "$base/imq/instances/imqbroker/props" "$base/logs"
    cp -R "$template/docroot" "$template/init-info" "$template/lib" "$base"
    broker=imq/instances/imqbroker/props/config.properties
    [ ! -f "$template/$broker" ] || cp "$template/$broker" "$base/$broker"
    mkdir "$base/.config.new"
    cp -R "$template/config/." "$base/.config.new"
    # Otherwise, the data grid for clusters would look for other servers on the network and open ports for them.
    sed -i.bak 's#<hazelcast-config-specific-configuration>#<hazelcast-config-specific-configuration enabled="false">#' "$base/.config.new/domain.xml"
    rm -f "$base/.config.new/domain.xml.bak"
    # The folder is moved last and in one step, because an interrupted copy must not look like a complete one.
    mv "$base/.config.new" "$base/config"
    [ ! -f "$template/$stamp" ] || cp "$template/$stamp" "$base/$stamp"
fi
base=$(cd "$base" && pwd -P)
tighten "$base" config abakus imq logs applications generated session-store osgi-cache .abakus-deployed
node=${node:-$(uname -n | cut -d. -f1)-$offset}

JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -x "$(command -v "$JAVA")" ] || fail "there is no Java at $JAVA: correct JAVA_HOME, or unset it to use the path."

# Commands that the server runs at its start: addresses and ports before anything listens, and deployments afterwards.
commands=$base/abakus
mkdir -p "$commands"
server=configs.config.server-config
settings=(
    "$server.admin-service.jmx-connector.system.enabled=false"
    "$server.jms-service.jms-host.default_JMS_host.port=$((7676 + offset))"
    "$server.jms-service.jms-host.default_JMS_host.host=$bind"
    "$server.transaction-service.automatic-recovery=true"
)
listeners=(http-listener-1:8080 http-listener-2:8181 admin-listener:4848)
# The part "doors" of the provisioning adds a listener for health.
if grep -q '<network-listener .*name="abakus-health"' "$base/config/domain.xml"; then listeners+=(abakus-health:8081); fi
for listener in "${listeners[@]}"; do
    at=$server.network-config.network-listeners.network-listener.${listener%:*}
    settings+=("$at.address=$bind" "$at.port=$((${listener#*:} + offset))")
done
for listener in orb-listener-1:3700 SSL:3820 SSL_MUTUALAUTH:3920; do
    at=$server.iiop-service.iiop-listener.${listener%:*}
    settings+=("$at.address=$bind" "$at.port=$((${listener#*:} + offset))")
done
echo "set ${settings[*]}" > "$commands/before-boot.asadmin"

# The domain itself starts what is already deployed, so only new archives are deployed here.
: > "$commands/after-boot.asadmin"
mkdir -p "$base/.abakus-deployed"

# Installs an adapter to Artemis in place of the adapter to the embedded broker. Senders use the new adapter through the pool of the default
# connection factory. Listeners use it because of a property of the server.
if [ -n "$artemis" ]; then
    # The threads of Artemis' client run the tasks. By default, there are 8 per core.
    properties+=("-Dcom.sun.enterprise.connectors.inbound.ramid=abakus-artemis" "-Dactivemq.artemis.client.global.thread.pool.max.size=256")
    if ! grep -q 'AbakusArtemisPool' "$base/config/domain.xml"; then
        ! grep '<application .*name="' "$base/config/domain.xml" | grep -qv 'name="abakus-artemis"' \
            || fail "$base has applications whose messages are in the server's own broker: give another --base to use Artemis."
        adapter=("$here"/../artemis/target/abakus-artemis-*.rar)
        [ -f "${adapter[0]}" ] || fail "${adapter[0]}: there is no such archive; \"mvn -Ppayara package\" builds it."
        cp "${adapter[0]}" "$base/.abakus-deployed/abakus-artemis.rar"
        # The part "password-aliases" of the provisioning puts the passwords into aliases.
        password='\${ENV\=ABAKUS_BROKER_PASSWORD}'
        if grep -qF '${ALIAS=abakus-database}' "$base/config/domain.xml"; then password='\${ALIAS\=abakus-broker}'; fi
        secured=
        if [ "${ABAKUS_BROKER_TLS:-}" = true ]; then secured=';sslEnabled\=true'; fi
        # One broker of a pair is passive, so each connection tries both brokers until one accepts it.
        connector=org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory
        connectors=$connector; places="host\\=${artemis%%:*};port\\=$(echo "$artemis" | sed 's/^[^:]*:\([0-9]*\).*/\1/')$secured"; pair=
        if [[ $artemis == *,* ]]; then
            connectors+=",$connector"
            places+=",host\\=$(echo "${artemis#*,}" | cut -d: -f1);port\\=${artemis##*:}$secured"
            # The values are those of a WildFly node. The README.md there, "A node of several", gives the reasons.
            pair=:HA=true:UseTopologyForLoadBalancing=false:ReconnectAttempts=-1:InitialConnectAttempts=-1:RetryInterval=100
            pair+=:RetryIntervalMultiplier=1.5:MaxRetryInterval=2000:CallTimeout=10000:CallFailoverTimeout=30000
            pair+=:ConnectionTTL=15000:ClientFailureCheckPeriod=5000
        fi
        {
            echo "create-resource-adapter-config --property ConnectorClassName=$connectors:ConnectionParameters=$places$pair:UserName=\\\${ENV\\=ABAKUS_BROKER_USER}:Password=$password abakus-artemis"
            echo "deploy --name abakus-artemis $base/.abakus-deployed/abakus-artemis.rar"
            echo "create-connector-connection-pool --raname abakus-artemis --connectiondefinition jakarta.jms.ConnectionFactory --transactionsupport XATransaction --steadypoolsize 1 --maxpoolsize 250 --property UserName=\\\${ENV\\=ABAKUS_BROKER_USER}:Password=$password AbakusArtemisPool"
            echo "set resources.connector-resource.jms/__defaultConnectionFactory.pool-name=AbakusArtemisPool"
        } >> "$commands/after-boot.asadmin"
        echo "$artemis" > "$base/.abakus-artemis"
    fi
fi
known=$(cat "$base/.abakus-artemis" 2> /dev/null || true)
[ "$known" = "$artemis" ] || fail "$base uses ${known:+the Artemis at }${known:-the broker in the server}: start it with that broker, or give another --base."
for archive in ${archives[@]+"${archives[@]}"}; do
    archive=$(cd "$(dirname "$archive")" && pwd -P)/$(basename "$archive")
    name=$(application_of "$archive")
    deployed=$base/.abakus-deployed/$(basename "$archive")
    if ! cmp -s "$archive" "$deployed" || ! grep -q "<application .*name=\"$name\"" "$base/config/domain.xml"; then
        cp "$archive" "$deployed"
        echo "deploy --force=true --name $name $deployed" >> "$commands/after-boot.asadmin"
    fi
done

# asadmin knows the Java command of this version on this JDK, and the domain's own JVM options. It prints one word
# per line, after a heading and up to an empty line.
command=()
while IFS= read -r line; do
    [ -n "$line" ] || break
    command+=("$line")
done < <(AS_JAVA=${JAVA_HOME:-} "$home/bin/asadmin" --interactive=false start-domain --dry-run \
    --domaindir "$(dirname "$base")" --prebootcommandfile "$commands/before-boot.asadmin" \
    --postbootcommandfile "$commands/after-boot.asadmin" "$(basename "$base")" 2>&1 | sed 1d)
[ ${#command[@]} -gt 10 ] || fail "asadmin gave no command to start $base: ${command[*]:-no output}"
options=(); arguments=()
for word in "${command[@]:1}"; do
    if [ ${#arguments[@]} -gt 0 ] || [[ $word == com.sun.enterprise.glassfish.bootstrap.* ]]; then
        arguments+=("$word")
    else
        options+=("$word")
    fi
done

# The server replaces this process, so its id is already known. The watcher closes its stdout, so that readers see stdout
# end with the server.
[ -z "$lifeline" ] || hold_lifeline
show_fresh_passwords "$base/abakus/console-credentials-fresh"

# The domain runs the deploy commands in order, so all others have ended when the last command runs. An application from an earlier
# start may still be loading, or may have failed. If an application has a console, it is up when the console responds.
started=$$-$(date +%s)
echo "create-system-properties --target server abakus.started=$started" >> "$commands/after-boot.asadmin"
state_of() {
    grep -qF "\"$started\"" "$base/config/domain.xml" || return 0
    applications | grep -qxF "$(application_of "$1")" || { echo failed; return 0; }
    unzip -p "$1" META-INF/application.xml 2> /dev/null | grep -q '<context-root>/abakus</context-root>' || { echo up; return 0; }
    case $(answer_of /abakus/api/health) in '' | *' 404 '*) ;; *) echo up ;; esac
}
answer_of() {
    { exec 4<> "/dev/tcp/$bind/$((8080 + offset))"; } 2> /dev/null || return 0
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&4
    local line=
    IFS= read -r -t 5 line <&4 || true
    [ -z "$line" ] || echo "${line%$'\r'} "
    exec 4>&-
}
watch_deployments "$within" ${archives[@]+"${archives[@]}"}

while IFS= read -r option; do properties+=("$option"); done < <(broker_trust)

# By default, the broker's JMX registry listens 100 above the broker's port. A server whose port offset is 100 higher has its broker there.
properties=("-Dcom.sun.enterprise.connectors.system.mq.rmiport=$((7699 + offset))" ${properties[@]+"${properties[@]}"})

# By default, the JVM's own warnings and thread dumps go to stdout. The server reads its master password, here the
# distribution's, from stdin.
exec "$JAVA" -XX:+ExitOnOutOfMemoryError "${options[@]}" -XX:+DisplayVMOutputToStderr ${PAYARA_JAVA_SIZING:--Xms256m -Xmx1g} \
    "-Djava.util.logging.config.file=$base/config/logging.properties" "-Dabakus.tasks.node.name=$node" ${properties[@]+"${properties[@]}"} \
    "${arguments[@]}" <<< "AS_ADMIN_MASTERPASSWORD=${AS_ADMIN_MASTERPASSWORD:-changeit}"

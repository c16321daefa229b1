#!/usr/bin/env bash
# Creates one broker of a pair and configures it. Run this once for each of the two brokers, on its machine.
set -euo pipefail
# The instance's files contain passwords.
umask 077
here=$(cd "$(dirname "$0")" && pwd -P)
usage() {
    cat >&2 <<'TEXT'
Usage: create.sh [option]... ARTEMIS_HOME INSTANCE -- [argument of "artemis create"]...
  --name NAME           the name of this broker
  --host HOST           the address that this broker listens on, and that nodes and the other broker can reach
                        (default: 127.0.0.1)
  --port PORT           (default: 61616)
  --other HOST:PORT     the other broker
  --backup              makes this broker wait until the other one fails
  --shared-store DIR    a folder that both brokers reach, on storage with reliable locks (NFSv4, GFS2, a disk of one machine)
  --replicated          instead of --shared-store: each broker has its own copy
  --heap SIZE           the heap of the broker, such as 1G (the default)
  --tls KEYSTORE        turns on TLS for nodes and for the other broker, with this key store (PKCS12 or JKS). Both brokers
                        need this option, and each JVM must trust the certificate's issuer (../README.md)
  --console PORT        Artemis' own console at http://127.0.0.1:PORT/console (default: no console)
INSTANCE is a folder that does not exist yet. An existing instance is only configured again. Environment:
  ABAKUS_BROKER_PASSWORD          the password of the nodes' user, $ABAKUS_BROKER_USER (default: abakus)
  ABAKUS_BROKER_ADMIN_PASSWORD    the password of the user admin
  ABAKUS_BROKER_KEYSTORE_PASSWORD the password of the key store, for --tls
  ABAKUS_BROKER_CLUSTER_PASSWORD  the password with which the two brokers log in to each other
TEXT
    exit 2
}
fail() { echo "create.sh: $*" >&2; exit 2; }

name=; host=127.0.0.1; port=61616; other=; role=(); store=(); heap=1G; web=(--no-web); tls=()
while [ $# -gt 0 ]; do
    case $1 in
        --backup) role=(--backup); shift; continue ;;
        --replicated) store=(--replicated); shift; continue ;;
        -h|--help) usage ;;
        -*) [ $# -ge 2 ] || usage ;;
        *) break ;;
    esac
    case $1 in
        --name) name=$2 ;;
        --host) host=$2 ;;
        --port) port=$2 ;;
        --other) other=$2 ;;
        --shared-store) store=(--shared-store --failover-on-shutdown --data "$2") ;;
        --heap) heap=$2 ;;
        --tls) tls=(--tls "$2") ;;
        --console) web=(--http-host 127.0.0.1 --http-port "$2") ;;
        *) usage ;;
    esac
    shift 2
done
[ $# -ge 2 ] || usage
home=$1; instance=$2; shift 2
[ "${1:-}" != -- ] || shift
[ -x "$home/bin/artemis" ] || fail "$home is not an Artemis: it has no bin/artemis."
[ -n "$name" ] && [ -n "$other" ] || fail "--name and --other are needed."
[ ${#store[@]} -gt 0 ] || fail "give --shared-store DIR or --replicated."
for variable in ABAKUS_BROKER_PASSWORD ABAKUS_BROKER_ADMIN_PASSWORD ABAKUS_BROKER_CLUSTER_PASSWORD; do
    [ -n "${!variable:-}" ] || fail "set $variable."
    case ${!variable} in *[!\ -~]*) fail "$variable may only have printable ASCII characters." ;; esac
done

if [ ! -d "$instance" ]; then
    # Every user of the machine can read passwords on a command line, so these passwords are replaced below.
    passing=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    "$home/bin/artemis" create "$instance" --silent --require-login --user admin --password "$passing" --role admin \
        --name "$name" --host "$host" --default-port "$port" --clustered --cluster-user cluster --cluster-password "$passing" \
        --static-cluster "tcp://$other" ${role[@]+"${role[@]}"} "${store[@]}" --java-memory "$heap" "${web[@]}" --no-amqp-acceptor \
        --no-hornetq-acceptor --no-mqtt-acceptor --no-stomp-acceptor "$@" >&2
    # By default, a broker starts with a heap of 512 MB, which is an error if --heap is less.
    sed "s/-Xms[0-9]*[KMGkmg]/-Xms$heap/" "$instance/etc/artemis.profile" > "$instance/etc/artemis.profile.new"
    mv "$instance/etc/artemis.profile.new" "$instance/etc/artemis.profile"
    chmod -R go= "$instance"
fi
# Files keep their owner and mode, because the user who runs this script may not be the user who runs the broker.
for file in broker.xml artemis-users.properties; do rm -f "$instance/etc/$file.new"; cp -p "$instance/etc/$file" "$instance/etc/$file.new"; done
xml=$(printf %s "$ABAKUS_BROKER_CLUSTER_PASSWORD" | sed "s/&/\\&amp;/g; s/</\\&lt;/g")
CLUSTER=$xml awk '{ if (/<cluster-password>/) print "      <cluster-password>" ENVIRON["CLUSTER"] "</cluster-password>"; else print }' \
    "$instance/etc/broker.xml" > "$instance/etc/broker.xml.new"
mv "$instance/etc/broker.xml.new" "$instance/etc/broker.xml"
users=$instance/etc/artemis-users.properties
value=${ABAKUS_BROKER_ADMIN_PASSWORD//\\/\\\\}
case $value in ' '*) value=\\$value ;; esac
{ grep -v '^admin *=' "$users" || true; printf 'admin = %s\n' "$value"; } > "$users.new"
mv "$users.new" "$users"
"$here/configure.sh" --core-only ${tls[@]+"${tls[@]}"} "$instance"
chmod -R go= "$instance/etc"

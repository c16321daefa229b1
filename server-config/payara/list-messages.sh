#!/usr/bin/env bash
# Prints the messages of a queue of Payara's OpenMQ that match a selector, without consuming them. imqcmd itself cannot list messages.
set -euo pipefail

usage() {
    cat >&2 <<'TEXT'
Usage: list-messages.sh [option]... [SELECTOR]
  --home DIR          the Payara whose client is used    (default: $PAYARA_HOME)
  --broker HOST:PORT  the broker's port mapper           (default: 127.0.0.1:7676)
  --queue NAME        (default: abakus.default)
  SELECTOR            a JMS selector over the printed properties, such as "abakus_ctx_request_id = 'abc-123'" (default: all messages)
The script logs in to the broker as $IMQ_USER with $IMQ_PASSWORD (default: guest, guest). Java is $JAVA_HOME/bin/java, or else the java on the path.
TEXT
    exit 2
}

fail() { echo "list-messages.sh: $*" >&2; exit 2; }

home=${PAYARA_HOME:-}; broker=127.0.0.1:7676; queue=abakus.default; selector=
while [ $# -gt 0 ]; do
    case $1 in
        --home) home=${2:-}; shift 2 || usage ;;
        --broker) broker=${2:-}; shift 2 || usage ;;
        --queue) queue=${2:-}; shift 2 || usage ;;
        -*) usage ;;
        *) [ -z "$selector" ] || usage; selector=$1; shift ;;
    esac
done
[ -f "$home/mq/lib/imq.jar" ] || fail "'$home' has no mq/lib/imq.jar; --home takes the folder of a Payara"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$home/mq/lib/imq.jar:$home/mq/lib/jms.jar" \
    "$here/scripts/ListMessages.java" "$broker" "$queue" "$selector"

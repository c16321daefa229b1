#!/usr/bin/env bash
# Makes WildFly's management console show the queues of Abakus. The console lists only queues that the server's configuration defines, so this
# adds a definition for each queue that the running server's broker has. The queues and their messages stay as they are.
set -euo pipefail

usage() {
    cat >&2 <<'TEXT'
Usage: show-queues.sh [option]...
  --home DIR              the WildFly whose jboss-cli.sh is used    (default: $JBOSS_HOME)
  --controller HOST:PORT  the management of the running server      (default: 127.0.0.1:9990)
Run this again when an application has a new queue.
TEXT
    exit 2
}
fail() { echo "show-queues.sh: $*" >&2; exit 2; }

home=${JBOSS_HOME:-}; controller=127.0.0.1:9990
while [ $# -gt 0 ]; do
    case $1 in
        --home) home=${2:-}; shift 2 || usage ;;
        --controller) controller=${2:-}; shift 2 || usage ;;
        *) usage ;;
    esac
done
[ -n "$home" ] || fail "no server: give --home DIR or set JBOSS_HOME."
[ -f "$home/bin/jboss-cli.sh" ] || fail "$home is not a WildFly: it has no bin/jboss-cli.sh."

broker=/subsystem=messaging-activemq/server=default
cli() { bash "$home/bin/jboss-cli.sh" --connect --controller="$controller" --no-color-output --no-output-paging "$@" < /dev/null; }

listed=$(cli --commands="ls $broker/runtime-queue,ls $broker/jms-queue") \
    || fail "the management at $controller does not list the queues of the broker in the server: $listed"
# The first list has "jms.queue.abakus.mail" for the queue that the second list calls "abakus.mail".
names=$'\n'$(printf '%s\n' "$listed" | tr -s ' \t\r' '\n\n\n')$'\n'
commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
count=0
for queue in $(printf '%s\n' "$names" | sed -n 's/^jms\.queue\.\(abakus\.[A-Za-z0-9_.]*\)$/\1/p' | sort -u); do
    case $names in *$'\n'"$queue"$'\n'*) continue ;; esac
    count=$((count + 1))
    cat >> "$commands" <<CLI
try
    $broker/jms-queue=$queue:add(entries=[java:/jms/queue/$queue])
catch
    echo "$queue stays as it is: its application defines it."
end-try
CLI
done
if [ $count -eq 0 ]; then
    echo "The management console can show all queues of Abakus."
else
    cli --file="$commands" || fail "the definitions could not be added; the lines above say why."
    echo "The management console can show $count more queues of Abakus."
fi

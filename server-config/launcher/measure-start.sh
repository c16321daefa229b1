#!/usr/bin/env bash
# Measures how long a server takes from the start of run.sh until its console reports UP, with and without the archive of classes.
#   measure-start.sh ROUNDS URL RUN_SH [option]...
#   measure-start.sh 5 http://127.0.0.1:8080/abakus/api/health ../wildfly/run.sh --home HOME --base BASE --deploy abakus.ear
# Prints one line for each start: "off" or "on", milliseconds until UP, milliseconds of processor time until then, and MB of memory (Pss,
# if the system reports it). Then it prints the medians. The times until UP depend on what else the machine does; the processor time hardly
# does.
set -euo pipefail

[ $# -ge 3 ] || { sed -n 's/^# *//p; /^set/q' "$0" >&2; exit 2; }
rounds=$1; url=$2
shift 2
results=$(mktemp)
trap 'rm -f "$results"' EXIT

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Starts and stops the server once.
#   start_once on|off
start_once() {
    local begun process up ticks memory
    begun=$(milliseconds)
    ABAKUS_CLASS_ARCHIVE=$1 bash "${command[@]}" > /dev/null 2>&1 &
    process=$!
    until curl -sf -m 2 "$url" 2> /dev/null | grep -q '"UP"'; do
        kill -0 $process 2> /dev/null || { echo "The server has ended before it was up." >&2; exit 1; }
        sleep 0.05
    done
    up=$(($(milliseconds) - begun))
    ticks=$(sed 's/.*) //' "/proc/$process/stat" | awk '{ print $12 + $13 }')
    memory=$(awk '/^Pss:/ { print int($2 / 1024) }' "/proc/$process/smaps_rollup" 2> /dev/null || echo 0)
    kill -TERM $process
    wait $process || true
    echo "$1 $up $((ticks * 1000 / $(getconf CLK_TCK))) $memory"
}

#   median on|off COLUMN
median() {
    awk -v which="$1" -v column="$2" '$1 == which { print $column }' "$results" | sort -n \
        | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] " (" all[1] " .. " all[NR] ")" }'
}

command=("$@")
# The first start prepares the folder, the second writes the archive when it stops, and the third accepts the archive.
for which in off on on; do start_once $which > /dev/null; done
for ((round = 1; round <= rounds; round++)); do
    # Neither variant is always first.
    order="off on"
    [ $((round % 2)) -eq 1 ] || order="on off"
    for which in $order; do start_once "$which" | tee -a "$results"; done
done
for which in off on; do
    echo "$which: up after $(median $which 2) ms, processor time $(median $which 3) ms, memory $(median $which 4) MB"
done

# What the run.sh of both servers share for a server's folder and its process. Both source this file.

# Only the owner of a file may access it. ABAKUS_UMASK overrides this, also for existing files.
umask "${ABAKUS_UMASK:-077}"

# Locks the folder for this process and the server that it becomes. The lock ends with the server, however it ends.
take_base() {
    mkdir -p "$1"
    exec 9>> "$1/.abakus-lock"
    if command -v flock > /dev/null; then
        flock -n 9 || fail "$1 is in use by another server (process $(tail -n 1 "$1/.abakus-lock")). Stop that server, or give another --base. Nothing was touched."
    else
        local holder
        holder=$(tail -n 1 "$1/.abakus-lock")
        # An id that is our own is from an earlier start, because in a container the process of every start has the id 1.
        [ -z "$holder" ] || [ "$holder" = $$ ] || ! kill -0 "$holder" 2> /dev/null \
            || fail "$1 is in use by another server (process $holder). Stop that server, or give another --base. Nothing was touched."
    fi
    echo $$ > "$1/.abakus-lock"
}

# Makes files private that an earlier release, or a start without run.sh, has left readable for others.
#   tighten BASE FOLDER...
tighten() {
    [ -z "${ABAKUS_UMASK:-}" ] || return 0
    local base=$1 folder
    shift
    chmod go= "$base" 2> /dev/null || echo "run.sh: $base belongs to another user; its permissions are unchanged." >&2
    for folder in "$@"; do
        [ ! -e "$base/$folder" ] || chmod -R go= "$base/$folder" 2> /dev/null \
            || echo "run.sh: some files of $base/$folder belong to another user; their permissions are unchanged." >&2
    done
}

# Stops the server when stdin ends. The background process keeps neither stdout nor the lock open, so both end with the server.
hold_lifeline() {
    exec 3<&0 < /dev/null
    { cat <&3; kill -TERM $$; } > /dev/null 2>&1 9>&- &
    exec 3<&-
}

# Ends the server if an archive fails to deploy or is not up after SECONDS, so that a supervisor restarts the server.
# Needs a function state_of ARCHIVE that prints "up", "failed" or nothing.
#   watch_deployments SECONDS ARCHIVE...
watch_deployments() {
    [ $# -gt 1 ] || return 0
    { await_deployments "$@"; } > /dev/null < /dev/null 9>&- &
}

await_deployments() {
    local deadline=$((SECONDS + $1)) archive waiting
    shift
    while kill -0 $$ 2> /dev/null; do
        waiting=
        for archive in "$@"; do
            case $(state_of "$archive") in
                up) ;;
                failed) give_up "$archive failed to deploy; see the server's log lines"; return ;;
                *) waiting=$archive ;;
            esac
        done
        [ -n "$waiting" ] || return 0
        if [ $SECONDS -ge $deadline ]; then
            give_up "$waiting did not come up within --deploy-within"
            return
        fi
        sleep 1
    done
}

# SIGHUP stops the server properly, but with a different exit code from that of a requested stop. A server that nohup has started ignores
# SIGHUP, so it gets SIGTERM instead.
give_up() {
    local signal=HUP code=129 ignored
    ignored=$(sed -n 's/^SigIgn:[[:space:]]*//p' "/proc/$$/status" 2> /dev/null || true)
    if [ -n "$ignored" ] && [ $((0x$ignored & 1)) -eq 1 ]; then
        signal=TERM code=143
    fi
    echo "run.sh: $1. The server stops, with exit code $code." >&2
    kill -$signal $$ 2> /dev/null
    local left=120
    while [ $left -gt 0 ] && kill -0 $$ 2> /dev/null; do
        left=$((left - 1))
        sleep 1
    done
    kill -KILL $$ 2> /dev/null
}

# Shows the passwords that the console generates at its first start, if stderr is a terminal. Passwords are never in log lines.
#   show_fresh_passwords FILE
show_fresh_passwords() {
    [ -t 2 ] || return 0
    await_fresh_passwords "$1" > /dev/null < /dev/null 9>&- &
}

await_fresh_passwords() {
    local end=$((SECONDS + 600))
    while kill -0 $$ 2> /dev/null && [ $SECONDS -lt $end ]; do
        if [ "$1" -nt "$base/.abakus-lock" ]; then
            printf '\nPasswords of the console, from %s:\n%s\n\n' "$1" "$(cat "$1")" >&2
            return
        fi
        sleep 1
    done
}

# Prints the JVM's options for the trust store of the brokers. Settings of a connection do not suffice, because after a failover a client
# connects with the settings that the brokers send. A trust store has no secrets, so its password may be on the command line.
broker_trust() {
    [ "${ABAKUS_BROKER_TLS:-}" = true ] && [ -n "${ABAKUS_BROKER_TRUSTSTORE:-}" ] || return 0
    echo "-Dorg.apache.activemq.ssl.trustStore=$ABAKUS_BROKER_TRUSTSTORE"
    echo "-Dorg.apache.activemq.ssl.trustStorePassword=${ABAKUS_BROKER_TRUSTSTORE_PASSWORD:-changeit}"
}

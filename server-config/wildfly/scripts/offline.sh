# Sourced by provision.sh and unprovision.sh: what both share.

fail() { echo "$(basename "$0"): $*" >&2; exit 2; }

# Checks the folder of the server and its configuration file, which everything later relies on.
require_server() {
    [ -x "$1/bin/jboss-cli.sh" ] || fail "$1 is not a WildFly: it has no bin/jboss-cli.sh."
    [ -f "$1/standalone/configuration/$2" ] || fail "$1/standalone/configuration has no $2."
}

# Runs CLI scripts on a stopped server, all in one embedded start, because the start takes most of the time.
#   run_offline HOME CONFIG SCRIPT... [-Dname=value]...
run_offline() {
    local home=$1 config=$2 session properties=() scripts=() argument
    shift 2
    for argument in "$@"; do
        case $argument in
            -D*) properties+=("$argument") ;;
            *) scripts+=("$argument") ;;
        esac
    done
    session=$(mktemp -d)
    {
        echo "embed-server --server-config=$config"
        cat "${scripts[@]}"
        echo "stop-embedded-server"
    } > "$session/session.cli"
    if ! JBOSS_HOME=$home "$home/bin/jboss-cli.sh" ${properties[@]+"${properties[@]}"} \
            --file="$session/session.cli" > "$session/output" 2>&1; then
        cat "$session/output" >&2
        rm -rf "$session"
        fail "the command-line client of $home refused a step (see above). Correct the cause and run this again; completed steps are kept."
    fi
    rm -rf "$session"
}

# Sourced by provision.sh and unprovision.sh: what the two have in common.

fail() { echo "$(basename "$0"): $*" >&2; exit 2; }

# The folder of the server and one of its domains, checked; everything later relies on both. Sets home and domain.
require_domain() {
    [ -x "$1/bin/asadmin" ] && [ -d "$1/glassfish" ] || fail "$1 is no Payara: it has no bin/asadmin and glassfish."
    home=$(cd "$1" && pwd -P)
    domain=$home/glassfish/domains/$2
    [ -f "$domain/config/domain.xml" ] || fail "$home/glassfish/domains has no domain $2 with a config/domain.xml."
}

# Runs an awk program on a file and puts the result in its place, keeping owner and mode.
#   rewrite FILE AWK_ARGUMENT...
rewrite() {
    local file=$1 result
    shift
    result=$(mktemp)
    awk "$@" "$file" > "$result" || { rm -f "$result"; fail "$file could not be edited; it is as it was."; }
    cmp -s "$result" "$file" || cat "$result" > "$file"
    rm -f "$result"
}

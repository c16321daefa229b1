# Sourced by provision.sh and unprovision.sh: what both share.

fail() { echo "$(basename "$0"): $*" >&2; exit 2; }

# Checks the folder of the server and one of its domains, which everything later relies on. Sets home and domain.
require_domain() {
    [ -x "$1/bin/asadmin" ] && [ -d "$1/glassfish" ] || fail "$1 is not a Payara: it has no bin/asadmin and glassfish."
    home=$(cd "$1" && pwd -P)
    domain=$home/glassfish/domains/$2
    [ -f "$domain/config/domain.xml" ] || fail "$home/glassfish/domains has no domain $2 with a config/domain.xml."
}

# Replaces a file with the output of an awk program run on it, keeping owner and mode.
#   rewrite FILE AWK_ARGUMENT...
rewrite() {
    local file=$1 result
    shift
    result=$(mktemp)
    awk "$@" "$file" > "$result" || { rm -f "$result"; fail "$file could not be edited; it is unchanged."; }
    cmp -s "$result" "$file" || cat "$result" > "$file"
    rm -f "$result"
}

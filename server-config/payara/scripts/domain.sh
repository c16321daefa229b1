# The functions that provision.sh and unprovision.sh share. Both source this file.

digest() { if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# Prints the files of a domain that provisioning may change.
provisioned_files() {
    printf '%s\n' config/domain.xml config/logging.properties lib/ext/abakus-logging.jar lib/abakus-h2.jar \
        lib/abakus-postgresql.jar imq/instances/imqbroker/props/config.properties
}

# Prints a digest of these files, so that a restored or edited file is noticed.
#   fingerprint DOMAIN_FOLDER
fingerprint() {
    (
        cd "$1"
        provisioned_files | while IFS= read -r file; do
            echo "$file $(digest 2> /dev/null < "$file" || true)"
        done
    ) | digest
}

# Makes a copy of these files, on which the scripts can be tried.
#   trial_copy DOMAIN_FOLDER COPY
trial_copy() {
    local file
    for file in $(provisioned_files); do
        [ -f "$1/$file" ] || continue
        mkdir -p "$2/$(dirname "$file")"
        cp -p "$1/$file" "$2/$file"
    done
    mkdir -p "$2/lib"
}

# Prints the differences between a domain and its trial copy. Succeeds if there are none.
#   show_changes DOMAIN_FOLDER COPY
show_changes() {
    local file same=0
    for file in $(provisioned_files); do
        if [ -f "$1/$file" ] && [ -f "$2/$file" ]; then
            (cd "$2" && diff -u "$1/$file" "$file") || same=1
        elif [ -f "$2/$file" ]; then
            echo "new: $file"
            same=1
        fi
    done
    return $same
}

fail() { echo "$(basename "$0"): $*" >&2; exit 2; }

# Checks the folder of the server and one of its domains, on which all later steps rely. Sets home and domain.
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

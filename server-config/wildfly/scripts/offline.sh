# The functions that provision.sh and unprovision.sh share. Both source this file.

digest() { if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# Prints the name of the file that says what was installed in a configuration. run.sh uses the same name.
#   stamp_of CONFIG
stamp_of() { if [ "$1" = standalone-full.xml ]; then echo .abakus-provisioned; else echo ".abakus-provisioned-$1"; fi; }

# Prints a digest of every file that provisioning may change, so that a restored or edited file is noticed.
#   fingerprint HOME CONFIG
fingerprint() {
    local home=$1 config=$2
    (
        cd "$home"
        {
            echo "standalone/configuration/$config"
            echo standalone/configuration/logging.properties
            # A folder that does not exist is no failure, because not every part has a module.
            { find modules/no/abakus modules/org/slf4j/impl -type f 2> /dev/null || true; } | LC_ALL=C sort
        } | while IFS= read -r file; do
            echo "$file $(digest 2> /dev/null < "$file" || true)"
        done
    ) | digest
}

# Makes a copy of a server on which the scripts can be tried. Where the file system allows it, files are hard links, because a server
# has thousands of files. The files that the scripts write to are copied.
#   trial_copy HOME COPY
trial_copy() {
    local home=$1 copy=$2 part
    mkdir -p "$copy/standalone"
    for part in "$home"/* "$home"/.[!.]*; do
        [ -e "$part" ] && [ "${part##*/}" != standalone ] || continue
        cp -al "$part" "$copy" 2> /dev/null || cp -R "$part" "$copy"
    done
    rm -rf "$copy/modules/no" "$copy/modules/org"
    for part in standalone/configuration modules/no modules/org; do
        [ ! -d "$home/$part" ] || cp -R "$home/$part" "$copy/$part"
    done
}

fail() { echo "$(basename "$0"): $*" >&2; exit 2; }

# Checks the folder of the server and its configuration file, on which all later steps rely.
require_server() {
    [ -x "$1/bin/jboss-cli.sh" ] || fail "$1 is not a WildFly: it has no bin/jboss-cli.sh."
    [ -f "$1/standalone/configuration/$2" ] || fail "$1/standalone/configuration has no $2."
}

# Succeeds if the part credential-store is in a configuration.
#   has_credential_store HOME CONFIG
has_credential_store() { grep -q '<credential-store name="abakus"' "$1/standalone/configuration/$2"; }

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
    # A configuration with the part credential-store refers to both variables. They get a value here, because otherwise the client could not
    # read the configuration.
    if ! JBOSS_HOME=$home ABAKUS_CREDENTIAL_STORE=${ABAKUS_CREDENTIAL_STORE:-unset} \
            ABAKUS_CREDENTIAL_STORE_PASSWORD=${ABAKUS_CREDENTIAL_STORE_PASSWORD:-unset} "$home/bin/jboss-cli.sh" ${properties[@]+"${properties[@]}"} \
            --file="$session/session.cli" > "$session/output" 2>&1; then
        cat "$session/output" >&2
        rm -rf "$session"
        fail "the command-line client of $home refused a step (see above). Correct the cause and run this script again. Completed steps are kept."
    fi
    rm -rf "$session"
}

# Prints the differences between a server and its trial copy. Succeeds if there are none.
#   show_changes HOME COPY CONFIG
show_changes() {
    local home=$1 copy=$2 config=$3 same=0 file
    for file in "standalone/configuration/$config" standalone/configuration/logging.properties modules/no modules/org; do
        [ -e "$home/$file" ] || [ -e "$copy/$file" ] || continue
        if [ ! -e "$home/$file" ]; then
            (cd "$copy" && find "$file" -type f | LC_ALL=C sort | sed 's/^/new: /')
            same=1
        else
            (cd "$copy" && diff -ru "$home/$file" "$file") || same=1
        fi
    done
    return $same
}

# Makes the data source of the part cluster the default data source, too. README.md, "A node of several", gives the reasons.
. "$here/scripts/pool.sh"

install_shared_default_database() {
    local default
    default=$(default_pool)
    [ "$default" != AbakusSharedPool ] || return 0
    grep -q '<jdbc-connection-pool name="AbakusSharedPool"' "$domain/config/domain.xml" \
        || fail "an administrator has made jdbc/abakus. Make jdbc/__default use the same pool yourself. The part cluster is installed, but shared-default-database is not."
    # The pool remembers which pool it replaces, so that the removal can restore that pool.
    rewrite "$domain/config/domain.xml" -v default="$default" '
        /<jdbc-connection-pool name="AbakusSharedPool"/ { sub(/description="[^"]*"/, "description=\"in place of " default "\"") }
        { print }'
    take_default AbakusSharedPool
}

remove_shared_default_database() { give_default_back AbakusSharedPool; }

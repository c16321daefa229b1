# A file database beside the server's other data, as the default datasource. README.md, "The databases", gives the reasons.
. "$here/scripts/pool.sh"

install_default_database() {
    local file=$domain/config/domain.xml default
    remove_default_database
    copy_h2
    default=$(awk '/<jdbc-resource / && /jndi-name="jdbc\/__default"/ { match($0, /pool-name="[^"]*"/)
        print substr($0, RSTART + 11, RLENGTH - 12); exit }' "$file")
    [ -n "$default" ] || fail "$file has no jdbc-resource jdbc/__default, which is the default datasource."
    # The pool remembers which one it replaces, so that the removal can restore it.
    add_pool AbakusPool "in place of $default" tasks
    rewrite "$file" '
        /<jdbc-resource / && /jndi-name="jdbc\/__default"/ { sub(/pool-name="[^"]*"/, "pool-name=\"AbakusPool\"") }
        { print }'
}

remove_default_database() {
    rewrite "$domain/config/domain.xml" '
        NR == FNR {
            if (/<jdbc-connection-pool .*name="AbakusPool"/ && match($0, /description="in place of [^"]*"/))
                before = substr($0, RSTART + 25, RLENGTH - 26)
            next
        }
        before != "" && /<jdbc-resource / && /jndi-name="jdbc\/__default"/ { sub(/pool-name="AbakusPool"/, "pool-name=\"" before "\"") }
        { print }' "$domain/config/domain.xml"
    remove_pool AbakusPool
}

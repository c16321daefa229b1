# A file database beside the server's other data, as a data source of Abakus' own. README.md, "The databases", gives the reasons.
. "$here/scripts/pool.sh"

install_database() {
    remove_database
    copy_h2
    # An administrator's own is left alone.
    ! grep -q '<jdbc-resource .*jndi-name="jdbc/abakus"' "$domain/config/domain.xml" || return 0
    add_pool AbakusSystemPool "of Abakus" system
    rewrite "$domain/config/domain.xml" '
        /<\/resources>/ && !done {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<jdbc-resource pool-name=\"AbakusSystemPool\" jndi-name=\"jdbc/abakus\"></jdbc-resource>"
            done = 1
        }
        { print }
        /<server .*name="server"/ {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<resource-ref ref=\"jdbc/abakus\"></resource-ref>"
        }'
}

remove_database() {
    rewrite "$domain/config/domain.xml" '
        NR == FNR { if (/<jdbc-resource / && /jndi-name="jdbc\/abakus"/ && /pool-name="AbakusSystemPool"/) ours = 1; next }
        ours && /<jdbc-resource / && /jndi-name="jdbc\/abakus"/ { next }
        ours && /<resource-ref / && /ref="jdbc\/abakus"/ { next }
        { print }' "$domain/config/domain.xml"
    remove_pool AbakusSystemPool
}

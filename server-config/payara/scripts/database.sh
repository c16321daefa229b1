# A file database beside the server's other data, as the default datasource. README.md, "The database", gives the reasons.

# H2's data source with a correct recovery; "mvn package" builds it.
for H2_JAR in "$here"/../h2/target/abakus-h2-*.jar; do break; done

install_database() {
    local file=$domain/config/domain.xml default
    remove_database
    [ -f "$H2_JAR" ] || fail "$H2_JAR: there is no such jar; \"mvn package\" builds it."
    cp "$H2_JAR" "$domain/lib/abakus-h2.jar"
    default=$(awk '/<jdbc-resource / && /jndi-name="jdbc\/__default"/ { match($0, /pool-name="[^"]*"/)
        print substr($0, RSTART + 11, RLENGTH - 12); exit }' "$file")
    [ -n "$default" ] || fail "$file has no jdbc-resource jdbc/__default, which is the default datasource."
    # The pool remembers which one it replaces, so that the removal can restore it.
    rewrite "$file" -v default="$default" '
        /<\/resources>/ && !done {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<jdbc-connection-pool name=\"AbakusPool\" description=\"in place of " default "\"" \
                " datasource-classname=\"no.abakus.h2.RecoverableDataSource\" res-type=\"javax.sql.XADataSource\"" \
                " steady-pool-size=\"1\" max-pool-size=\"128\" max-wait-time-in-millis=\"30000\">"
            print indent "    <property name=\"URL\" value=\"jdbc:h2:file:${com.sun.aas.instanceRoot}/abakus/tasks;WRITE_DELAY=0;LOCK_TIMEOUT=15000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0\"></property>"
            print indent "    <property name=\"user\" value=\"sa\"></property>"
            print indent "    <property name=\"password\" value=\"sa\"></property>"
            print indent "</jdbc-connection-pool>"
            done = 1
        }
        /<jdbc-resource / && /jndi-name="jdbc\/__default"/ { sub(/pool-name="[^"]*"/, "pool-name=\"AbakusPool\"") }
        { print }'
}

remove_database() {
    rm -f "$domain/lib/abakus-h2.jar"
    rewrite "$domain/config/domain.xml" '
        NR == FNR {
            if (/<jdbc-connection-pool .*name="AbakusPool"/ && match($0, /description="in place of [^"]*"/))
                before = substr($0, RSTART + 25, RLENGTH - 26)
            next
        }
        /<jdbc-connection-pool .*name="AbakusPool"/ { skipping = 1 }
        !skipping {
            if (before != "" && /<jdbc-resource / && /jndi-name="jdbc\/__default"/)
                sub(/pool-name="AbakusPool"/, "pool-name=\"" before "\"")
            print
        }
        /<\/jdbc-connection-pool>/ { skipping = 0 }' "$domain/config/domain.xml"
}

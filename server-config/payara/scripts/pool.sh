# Sourced by the scripts of the two databases: what both share.

# H2's data source with a correct recovery; "mvn package" builds it.
for H2_JAR in "$here"/../h2/target/abakus-h2-*.jar; do break; done

copy_h2() {
    [ -f "$H2_JAR" ] || fail "$H2_JAR: there is no such jar; \"mvn package\" builds it."
    cp "$H2_JAR" "$domain/lib/abakus-h2.jar"
}

# Adds a pool of XA connections to a database in the domain's folder.
#   add_pool NAME DESCRIPTION DATABASE
add_pool() {
    rewrite "$domain/config/domain.xml" -v name="$1" -v description="$2" -v database="$3" '
        /<\/resources>/ && !done {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<jdbc-connection-pool name=\"" name "\" description=\"" description "\"" \
                " datasource-classname=\"no.abakus.h2.RecoverableDataSource\" res-type=\"javax.sql.XADataSource\"" \
                " steady-pool-size=\"1\" max-pool-size=\"128\" max-wait-time-in-millis=\"30000\">"
            print indent "    <property name=\"URL\" value=\"jdbc:h2:file:${com.sun.aas.instanceRoot}/abakus/" database \
                ";WRITE_DELAY=0;LOCK_TIMEOUT=15000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0\"></property>"
            print indent "    <property name=\"user\" value=\"sa\"></property>"
            print indent "    <property name=\"password\" value=\"sa\"></property>"
            print indent "</jdbc-connection-pool>"
            done = 1
        }
        { print }'
}

# Removes a pool, and the jar once no pool needs it.
#   remove_pool NAME
remove_pool() {
    rewrite "$domain/config/domain.xml" -v name="$1" '
        /<jdbc-connection-pool / && index($0, " name=\"" name "\"") { skipping = 1 }
        !skipping { print }
        /<\/jdbc-connection-pool>/ { skipping = 0 }'
    grep -q no.abakus.h2.RecoverableDataSource "$domain/config/domain.xml" || rm -f "$domain/lib/abakus-h2.jar"
}

# The functions that the scripts of the databases share. These scripts source this file.

# A data source of H2 that recovers transactions correctly; "mvn package" builds it.
for H2_JAR in "$here"/../h2/target/abakus-h2-*.jar; do break; done
# The driver of PostgreSQL; "mvn -Ppayara package" copies it.
POSTGRESQL_JAR=${POSTGRESQL_JAR:-$here/target/postgresql.jar}

# Adds a pool of XA connections to a database in the domain's folder.
#   add_file_pool NAME DESCRIPTION DATABASE
add_file_pool() {
    [ -f "$H2_JAR" ] || fail "$H2_JAR: there is no such jar; \"mvn package\" builds it."
    cp "$H2_JAR" "$domain/lib/abakus-h2.jar"
    add_pool "$1" "$2" 128 no.abakus.h2.RecoverableDataSource "" \
        "URL=jdbc:h2:file:\${com.sun.aas.instanceRoot}/abakus/$3;WRITE_DELAY=0;LOCK_TIMEOUT=15000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0" \
        user=sa password=sa
}

# Adds a pool of XA connections to PostgreSQL. The environment of each start names the host and the database.
#   add_shared_pool NAME DESCRIPTION
add_shared_pool() {
    cp "$POSTGRESQL_JAR" "$domain/lib/abakus-postgresql.jar"
    add_pool "$1" "$2" '${ENV=ABAKUS_DB_POOL:48}' org.postgresql.xa.PGXADataSource \
        ' is-connection-validation-required="true" connection-validation-method="custom-validation" validation-classname="org.glassfish.api.jdbc.validation.PostgresConnectionValidation" fail-all-connections="true"' \
        'serverName=${ENV=ABAKUS_DB_HOST:127.0.0.1}' 'portNumber=${ENV=ABAKUS_DB_PORT:5432}' 'databaseName=${ENV=ABAKUS_DB_NAME:abakus}' \
        'user=${ENV=ABAKUS_DB_USER:abakus}' 'password=${ENV=ABAKUS_DB_PASSWORD}' \
        connectTimeout=5 socketTimeout=30 tcpKeepAlive=true 'prepareThreshold=${ENV=ABAKUS_DB_PREPARE_THRESHOLD:5}' \
        'sslMode=${ENV=ABAKUS_DB_SSL_MODE:prefer}' 'sslRootCert=${ENV=ABAKUS_DB_SSL_ROOT_CERT:root.crt}'
}

#   add_pool NAME DESCRIPTION MOST_CONNECTIONS CLASS ATTRIBUTES PROPERTY=VALUE...
add_pool() {
    local head="<jdbc-connection-pool name=\"$1\" description=\"$2\" datasource-classname=\"$4\" res-type=\"javax.sql.XADataSource\"" one
    head+=" steady-pool-size=\"1\" max-pool-size=\"$3\" max-wait-time-in-millis=\"30000\"$5>"
    shift 5
    {
        echo "    $head"
        for one in "$@"; do echo "        <property name=\"${one%%=*}\" value=\"${one#*=}\"></property>"; done
        echo "    </jdbc-connection-pool>"
    } > "$domain/config/abakus-pool"
    rewrite "$domain/config/domain.xml" '
        FILENAME != ARGV[ARGC - 1] { pool[++lines] = $0; next }
        /<\/resources>/ && !done {
            indent = substr($0, 1, index($0, "<") - 1)
            for (i = 1; i <= lines; i++) print indent pool[i]
            done = 1
        }
        { print }' "$domain/config/abakus-pool"
    rm -f "$domain/config/abakus-pool"
}

# Removes a pool, and the jars that no pool needs any more.
#   remove_pool NAME
remove_pool() {
    rewrite "$domain/config/domain.xml" -v name="$1" '
        /<jdbc-connection-pool / && index($0, " name=\"" name "\"") { skipping = 1 }
        !skipping { print }
        /<\/jdbc-connection-pool>/ { skipping = 0 }'
    grep -q no.abakus.h2.RecoverableDataSource "$domain/config/domain.xml" || rm -f "$domain/lib/abakus-h2.jar"
    grep -q '<jdbc-connection-pool name="AbakusSharedPool"' "$domain/config/domain.xml" || rm -f "$domain/lib/abakus-postgresql.jar"
}

# Makes a pool the data source of Abakus.
#   add_resource POOL
add_resource() {
    rewrite "$domain/config/domain.xml" -v pool="$1" '
        /<\/resources>/ && !done {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<jdbc-resource pool-name=\"" pool "\" jndi-name=\"jdbc/abakus\"></jdbc-resource>"
            done = 1
        }
        { print }
        /<server .*name="server"/ {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<resource-ref ref=\"jdbc/abakus\"></resource-ref>"
        }'
}

# Succeeds if the domain has a data source for Abakus. Once ours has been removed, any remaining one was made by an administrator.
has_resource() { grep -q '<jdbc-resource .*jndi-name="jdbc/abakus"' "$domain/config/domain.xml"; }

#   remove_resource POOL
remove_resource() {
    rewrite "$domain/config/domain.xml" -v pool="$1" '
        NR == FNR { if (/<jdbc-resource / && /jndi-name="jdbc\/abakus"/ && index($0, "pool-name=\"" pool "\"")) ours = 1; next }
        ours && /<jdbc-resource / && /jndi-name="jdbc\/abakus"/ { next }
        ours && /<resource-ref / && /ref="jdbc\/abakus"/ { next }
        { print }' "$domain/config/domain.xml"
}

# Prints the pool of the default data source.
default_pool() {
    local file=$domain/config/domain.xml pool
    pool=$(awk '/<jdbc-resource / && /jndi-name="jdbc\/__default"/ { match($0, /pool-name="[^"]*"/)
        print substr($0, RSTART + 11, RLENGTH - 12); exit }' "$file")
    [ -n "$pool" ] || fail "$file has no jdbc-resource jdbc/__default, which is the default datasource."
    echo "$pool"
}

# Makes the default data source use a pool.
#   take_default POOL
take_default() {
    rewrite "$domain/config/domain.xml" -v pool="$1" '
        /<jdbc-resource / && /jndi-name="jdbc\/__default"/ { sub(/pool-name="[^"]*"/, "pool-name=\"" pool "\"") }
        { print }'
}

# Makes the default data source use its earlier pool again. The description of POOL names the earlier pool.
#   give_default_back POOL
give_default_back() {
    rewrite "$domain/config/domain.xml" -v pool="$1" '
        NR == FNR {
            if (/<jdbc-connection-pool / && index($0, " name=\"" pool "\"") && match($0, /description="in place of [^"]*"/))
                before = substr($0, RSTART + 25, RLENGTH - 26)
            next
        }
        before != "" && /<jdbc-resource / && /jndi-name="jdbc\/__default"/ {
            if (index($0, "pool-name=\"" pool "\"")) sub(/pool-name="[^"]*"/, "pool-name=\"" before "\"")
        }
        { print }' "$domain/config/domain.xml"
}

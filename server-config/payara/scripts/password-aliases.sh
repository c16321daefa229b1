# Makes each node of a cluster read the passwords of its broker and its database from Payara's password aliases. Requires the part cluster.
# README.md, "Password aliases", explains how to make them. If the pool of the database uses an alias, run.sh makes the adapter to Artemis
# use the alias of the broker.

install_password_aliases() { change_pool_password '${ENV=ABAKUS_DB_PASSWORD}' '${ALIAS=abakus-database}'; }

remove_password_aliases() { change_pool_password '${ALIAS=abakus-database}' '${ENV=ABAKUS_DB_PASSWORD}'; }

#   change_pool_password FROM TO
change_pool_password() {
    rewrite "$domain/config/domain.xml" -v from="value=\"$1\"" -v to="value=\"$2\"" '
        /<jdbc-connection-pool / { inPool = index($0, " name=\"AbakusSharedPool\"") }
        /<\/jdbc-connection-pool>/ { inPool = 0 }
        inPool && /<property / && / name="password"/ && (at = index($0, from)) {
            $0 = substr($0, 1, at - 1) to substr($0, at + length(from))
        }
        { print }'
}

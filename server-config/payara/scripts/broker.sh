# Configures the embedded OpenMQ for many small tasks that must not be lost. README.md, "The broker", gives the reasons.

broker_settings() {
    cat <<'TEXT'
imq.autocreate.destination.maxNumMsgs=-1
imq.autocreate.destination.maxTotalMsgBytes=-1
imq.autocreate.destination.maxNumProducers=-1
imq.transaction.producer.maxNumMsgs=1000000
imq.message.max_size=32m
imq.persist.file.sync.enabled=true
imq.hostname=127.0.0.1
imq.portmapper.hostname=127.0.0.1
imq.jmx.hostname=127.0.0.1
TEXT
}

# The elements that Payara itself adds at its first message-driven bean, each with the end tag before which it belongs. Payara
# adds them during a deployment and can then block itself for minutes. If the elements are there already, Payara adds nothing.
broker_elements() {
    cat <<'TEXT'
</resources>        <connector-connection-pool name="jms/__defaultConnectionFactory-Connection-Pool" max-pool-size="250" steady-pool-size="1" resource-adapter-name="jmsra" connection-definition-name="jakarta.jms.ConnectionFactory"></connector-connection-pool>
</resources>        <connector-resource pool-name="jms/__defaultConnectionFactory-Connection-Pool" jndi-name="jms/__defaultConnectionFactory" object-type="system-all-req"></connector-resource>
</server>            <resource-ref ref="jms/__defaultConnectionFactory"></resource-ref>
</config>            <mdb-container></mdb-container>
</config>            <jms-service default-jms-host="default_JMS_host" type="EMBEDDED" addresslist-behavior="priority">
</config>                <jms-host name="default_JMS_host" host="localhost" port="${JMS_PROVIDER_PORT}" lazy-init="false"></jms-host>
</config>            </jms-service>
TEXT
}

install_broker() {
    local instance=$domain/imq/instances/imqbroker/props
    remove_broker
    mkdir -p "$instance"
    broker_settings >> "$instance/config.properties"

    # A domain that has run before has these elements already.
    awk '/<config .*name="server-config"/ { inside = 1 } /<\/config>/ { inside = 0 }
        inside && /<jms-service[ >]/ { found = 1 } END { exit !found }' "$domain/config/domain.xml" || add_broker_elements
}

add_broker_elements() {
    broker_elements > "$domain/config/broker-elements"
    rewrite "$domain/config/domain.xml" '
        FILENAME != ARGV[ARGC - 1] { end = index($0, ">"); elements[substr($0, 1, end)] = elements[substr($0, 1, end)] substr($0, end + 1) "\n"; next }
        /<config .*name="server-config"/ { ours = 1 }
        { tag = $0; gsub(/[ \t\r]/, "", tag) }
        # Only the first tag of each kind counts, because the other configurations of the domain do not belong to this server.
        tag in elements && (tag != "</config>" || ours) { printf "%s", elements[tag]; delete elements[tag] }
        { print }' "$domain/config/broker-elements"
    rm -f "$domain/config/broker-elements"
}

remove_broker() {
    local properties=$domain/imq/instances/imqbroker/props/config.properties
    # Removes the elements only if they are unchanged. Once Payara has rewritten the file, they are Payara's own.
    broker_elements > "$domain/config/broker-elements"
    rewrite "$domain/config/domain.xml" '
        FILENAME != ARGV[ARGC - 1] { ours[substr($0, index($0, ">") + 1)] = 1; next }
        /<resources>|<server name="server"|<config .*name="server-config"/ { inside = 1 }
        /<\/resources>|<\/server>|<\/config>/ { inside = 0 }
        !(inside && $0 in ours)' "$domain/config/broker-elements"
    rm -f "$domain/config/broker-elements"
    [ -f "$properties" ] || return 0
    broker_settings | cut -d= -f1 > "$properties.keys"
    rewrite "$properties" -F= 'NR == FNR { ours[$0] = 1; next } !($1 in ours)' "$properties.keys"
    rm -f "$properties.keys"
    [ -s "$properties" ] || rm -f "$properties"
    (cd "$domain" && rmdir -p imq/instances/imqbroker/props 2> /dev/null) || true
}

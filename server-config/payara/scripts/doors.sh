# Closes entry points that a server running only Abakus does not need, and keeps slow clients from blocking HTTP. README.md, "The doors",
# lists the changes.

# Prints the path of the file that lists what this script has changed. Only these changes are undone, so an administrator's settings stay.
doors_closed() { echo "$domain/.abakus-doors"; }

# Awk functions that recognize lines of the server's own configuration. is_door finds a listener that this script may close, and puts its
# name into the variable "listener". is_transport and is_pool find the elements that limit slow clients.
doors_awk='
    /<config .*name="server-config"/ { ours = 1 }
    /<\/config>/ { ours = 0 }
    function is_door() {
        if (!ours || !(/<network-listener .*name="http-listener-2"/ || /<iiop-listener /)) return 0
        match($0, / (name|id)="[^"]*"/)
        listener = substr($0, RSTART + 1, RLENGTH - 1)
        return 1
    }
    function is_transport() { return ours && /<transport .*name="tcp"/ }
    function is_pool() { return ours && /<thread-pool .*name="http-thread-pool"/ }'

# The elements of a listener that serves health on threads of its own, each with the end tag before which it belongs.
health_elements() {
    cat <<'TEXT'
</protocols>                    <protocol name="abakus-health">
</protocols>                        <http default-virtual-server="server" max-connections="250">
</protocols>                            <file-cache enabled="false"></file-cache>
</protocols>                        </http>
</protocols>                    </protocol>
</network-listeners>                    <network-listener address="127.0.0.1" port="8081" protocol="abakus-health" transport="tcp" name="abakus-health" thread-pool="abakus-health"></network-listener>
</thread-pools>                <thread-pool name="abakus-health" min-thread-pool-size="1" max-thread-pool-size="2" max-queue-size="64"></thread-pool>
TEXT
}

install_doors() {
    remove_doors
    awk "$doors_awk"'
        is_door() && !/ enabled="/ { print listener }
        is_transport() && !/ write-timeout-millis="/ { print "transport" }
        is_pool() && !/ max-thread-pool-size="/ { print "pool" }' "$domain/config/domain.xml" > "$(doors_closed)"
    health_elements > "$domain/config/health-elements"
    rewrite "$domain/config/domain.xml" "$doors_awk"'
        FILENAME != ARGV[ARGC - 1] { end = index($0, ">"); elements[substr($0, 1, end)] = elements[substr($0, 1, end)] substr($0, end + 1) "\n"; next }
        is_door() && !/ enabled="/ { sub(/-listener /, "-listener enabled=\"false\" ") }
        is_transport() && !/ write-timeout-millis="/ { sub(/<transport /, "<transport write-timeout-millis=\"30000\" ") }
        is_pool() && !/ max-thread-pool-size="/ { sub(/<thread-pool /, "<thread-pool max-thread-pool-size=\"32\" ") }
        ours && /<virtual-server .*id="server"/ { sub(/network-listeners="[^"]*/, "&,abakus-health") }
        { tag = $0; gsub(/[ \t\r]/, "", tag) }
        ours && (tag in elements) { printf "%s", elements[tag]; delete elements[tag] }
        { print }' "$domain/config/health-elements"
    rm -f "$domain/config/health-elements"
}

remove_doors() {
    remove_health
    [ -f "$(doors_closed)" ] || return 0
    rewrite "$domain/config/domain.xml" "$doors_awk"'
        FILENAME != ARGV[ARGC - 1] { closed[$0] = 1; next }
        is_door() && (listener in closed) { sub(/ enabled="false"/, "") }
        is_transport() && ("transport" in closed) { sub(/ write-timeout-millis="30000"/, "") }
        is_pool() && ("pool" in closed) { sub(/ max-thread-pool-size="32"/, "") }
        { print }' "$(doors_closed)"
    rm -f "$(doors_closed)"
}

# Removes every element of this name, because only this script uses the name.
remove_health() {
    rewrite "$domain/config/domain.xml" '
        /<protocol .*name="abakus-health"/ { skip = 1 }
        !skip && !/<(network-listener|thread-pool) .*name="abakus-health"/ { sub(/,abakus-health"/, "\""); print }
        /<\/protocol>/ { skip = 0 }'
}

# Closes entry points that a server running only Abakus does not need. README.md, "The doors", lists them.

# Prints the file that names the listeners that were closed here. Other listeners, which an administrator has closed, stay closed.
doors_closed() { echo "$domain/.abakus-doors"; }

# An awk function that says whether this line is a listener that these scripts may close, and puts its name into the variable "listener".
doors_awk='
    /<config .*name="server-config"/ { ours = 1 }
    /<\/config>/ { ours = 0 }
    function is_door() {
        if (!ours || !(/<network-listener .*name="http-listener-2"/ || /<iiop-listener /)) return 0
        match($0, / (name|id)="[^"]*"/)
        listener = substr($0, RSTART + 1, RLENGTH - 1)
        return 1
    }'

install_doors() {
    remove_doors
    awk "$doors_awk"' is_door() && !/ enabled="/ { print listener }' "$domain/config/domain.xml" > "$(doors_closed)"
    rewrite "$domain/config/domain.xml" "$doors_awk"'
        is_door() && !/ enabled="/ { sub(/-listener /, "-listener enabled=\"false\" ") }
        { print }'
}

remove_doors() {
    [ -f "$(doors_closed)" ] || return 0
    rewrite "$domain/config/domain.xml" "$doors_awk"'
        FILENAME != ARGV[ARGC - 1] { closed[$0] = 1; next }
        is_door() && listener in closed { sub(/ enabled="false"/, "") }
        { print }' "$(doors_closed)"
    rm -f "$(doors_closed)"
}

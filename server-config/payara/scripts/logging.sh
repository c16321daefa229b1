# Makes every logger of the server, and everything printed, appear as JSON lines on stdout. README.md, "Logging", gives the reasons.

# The kinds of context that the server's default ContextService propagates by default.
CONTEXT_INFO=Classloader,JNDI,Security,WorkArea

install_logging() {
    local config=$domain/config properties=$domain/config/logging.properties
    remove_logging
    mkdir -p "$domain/lib/ext"
    cp "$jar" "$domain/lib/ext/abakus-logging.jar"

    cp "$properties" "$properties.before-abakus"
    rewrite "$properties" '
        /^handlers=/ { print "handlers=no.abakus.logging.server.JsonHandler"; next }
        /GFFileHandler\.logtoFile=/ { print "com.sun.enterprise.server.logging.GFFileHandler.logtoFile=false"; next }
        /GFFileHandler\.logStandardStreams=/ { print "com.sun.enterprise.server.logging.GFFileHandler.logStandardStreams=false"; next }
        { print }'
    grep -q '^handlers=no.abakus' "$properties" || fail "$properties has no line \"handlers=\" to point at our handler."

    # The server and asadmin share the configuration of the log manager, but only the server gets the agent.
    rewrite "$config/domain.xml" '
        /<config .*name="server-config"/ { inside = 1 }
        inside && /<jvm-options>/ {
            indent = substr($0, 1, index($0, "<") - 1)
            print indent "<jvm-options>-javaagent:${com.sun.aas.instanceRoot}/lib/ext/abakus-logging.jar</jvm-options>"
            inside = 0
        }
        { print }'
    grep -q 'abakus-logging.jar' "$config/domain.xml" || fail "$config/domain.xml has no JVM options for server-config."

    # The default ContextService propagates an application's own kind of context only if it is listed here. Executors propagate all kinds.
    # A domain that has never been started has no such service yet.
    rewrite "$config/domain.xml" -v info="$CONTEXT_INFO" '
        /<context-service / && /jndi-name="concurrent\/__defaultContextService"/ {
            known = 1
            if (!sub(/context-info="[^"]*/, "&,no.abakus.LogContext"))
                sub(/<context-service /, "&context-info=\"" info ",no.abakus.LogContext\" ")
        }
        /<\/resources>/ && !known {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<context-service description=\"by Abakus\" context-info=\"" info ",no.abakus.LogContext\"" \
                " jndi-name=\"concurrent/__defaultContextService\" object-type=\"system-all\"></context-service>"
            known = ours = 1
        }
        { print }
        /<server .*name="server"/ && ours {
            indent = substr($0, 1, index($0, "<") - 1) "    "
            print indent "<resource-ref ref=\"concurrent/__defaultContextService\"></resource-ref>"
        }'
}

remove_logging() {
    local properties=$domain/config/logging.properties
    [ ! -f "$properties.before-abakus" ] || mv "$properties.before-abakus" "$properties"
    # Removes the elements that only we have added, and leaves those that the domain had before.
    rewrite "$domain/config/domain.xml" -v info="$CONTEXT_INFO" '
        NR == FNR { if (/<context-service / && /description="by Abakus"/) ours = 1; next }
        /<jvm-options>-javaagent:.*abakus-logging\.jar</ { next }
        ours && (/<context-service / || /<resource-ref /) && /concurrent\/__defaultContextService"/ { next }
        /<context-service / && sub(/,no\.abakus\.LogContext/, "") { sub("context-info=\"" info "\" ?", "") }
        { print }' "$domain/config/domain.xml"
    rm -f "$domain/lib/ext/abakus-logging.jar"
    rmdir "$domain/lib/ext" 2> /dev/null || true
}

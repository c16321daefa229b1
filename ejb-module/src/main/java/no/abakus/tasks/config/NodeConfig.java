package no.abakus.tasks.config;

import java.util.List;

/**
 * The identity of this server.
 *
 * @param name the node's name in messages, events and results
 */
public record NodeConfig(String name) {

    static final Setting<String> NAME = Setting.text(
            "abakus.tasks.node.name",
            "",
            "The node's name in messages and events; empty: the server's own node name, else the host's.");

    static final List<Setting<?>> SETTINGS = List.of(NAME);

    static NodeConfig from(SettingReader reader) {
        String name = reader.read(NAME);
        return new NodeConfig(name.isEmpty() ? serverName() : name);
    }

    /** The node name from WildFly's and Payara's system properties, the most specific first. */
    private static String serverName() {
        for (String property : List.of("jboss.node.name", "com.sun.aas.instanceName", "HOSTNAME")) {
            String name = System.getProperty(property, System.getenv(property));
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return "node-" + ProcessHandle.current().pid();
    }
}

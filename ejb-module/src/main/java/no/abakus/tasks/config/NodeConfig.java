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
            "The node's name in messages and events; empty for the server's own node name or, if it has none, the"
                    + " host's name.");

    private static final String HOST_NAME = "HOSTNAME";

    static final List<Setting<?>> SETTINGS = List.of(NAME);

    static NodeConfig from(SettingReader reader, ServerDefaults server) {
        String name = reader.read(NAME);
        return new NodeConfig(name.isEmpty() ? server.nodeName().orElseGet(NodeConfig::hostName) : name);
    }

    private static String hostName() {
        String name = System.getProperty(HOST_NAME, System.getenv(HOST_NAME));
        return name == null || name.isBlank()
                ? "node-" + ProcessHandle.current().pid()
                : name;
    }
}

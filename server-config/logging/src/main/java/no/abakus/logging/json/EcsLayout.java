package no.abakus.logging.json;

import java.util.Map;

/**
 * Lines in the Elastic Common Schema. They use the names that Elasticsearch, Kibana and their agents know, and the
 * prefix {@code abakus.} for all other names.
 */
final class EcsLayout implements LineLayout {
    private static final String VERSION = "8.11.0";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("request_id", "http.request.id"),
            Map.entry("request_method", "http.request.method"),
            Map.entry("request_path", "url.path"),
            Map.entry("code", "http.response.status_code"),
            Map.entry("current_user", "user.name"),
            Map.entry("ip", "client.ip"),
            Map.entry("system", "service.name"),
            Map.entry("version", "service.version"),
            Map.entry("environment", "service.environment"),
            Map.entry("trace_id", "trace.id"),
            Map.entry("span_id", "span.id"));

    private final Keys keys;

    EcsLayout(LineEncoder encoder) {
        keys = encoder.keys(name -> NAMES.getOrDefault(name, "abakus." + name));
    }

    @Override
    public void write(LineParts line, FieldWriter writer, Limits limits) {
        JsonMembers members = new JsonMembers(writer, limits)
                .begin()
                .time("@timestamp", line)
                .ascii("log.level", LevelName.text(line.level()))
                .text("message", String.valueOf(line.event()))
                .ascii("ecs.version", VERSION)
                .text("log.logger", line.logger())
                .fields(line.fields(), keys);
        if (line.thrown() != null) {
            members.text("error.type", line.thrown().getClass().getName())
                    .text("error.message", Told.message(line.thrown()))
                    .trace("error.stack_trace", line.thrown());
        }
        members.endLine();
    }
}

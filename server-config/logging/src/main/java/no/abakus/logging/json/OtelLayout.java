package no.abakus.logging.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Lines in OpenTelemetry's log data model, with its field names and its semantic conventions for the fields of a
 * request.
 */
final class OtelLayout implements LineLayout {
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("request_method", "http.request.method"),
            Map.entry("request_path", "url.path"),
            Map.entry("code", "http.response.status_code"),
            Map.entry("current_user", "user.name"),
            Map.entry("ip", "client.address"));
    private static final Map<String, String> RESOURCE = Map.of(
            "system", "service.name",
            "version", "service.version",
            "environment", "deployment.environment.name");

    private final Keys attributes;
    private final Keys resource;

    OtelLayout(LineEncoder encoder) {
        attributes = encoder.keys(name -> ATTRIBUTES.getOrDefault(name, name));
        resource = encoder.keys(name -> RESOURCE.getOrDefault(name, name));
    }

    @Override
    public void write(LineParts line, FieldWriter writer, Limits limits) {
        Map<String, Object> own = new LinkedHashMap<>(line.fields());
        Map<String, Object> service = new LinkedHashMap<>();
        for (String name : new String[] {"system", "version", "environment"}) {
            if (own.containsKey(name)) {
                service.put(name, own.remove(name));
            }
        }
        JsonMembers members = new JsonMembers(writer, limits)
                .begin()
                .ascii("Timestamp", nanos(line))
                .id("TraceId", own.remove("trace_id"))
                .id("SpanId", own.remove("span_id"))
                .ascii("SeverityText", LevelName.text(line.level()).toUpperCase(Locale.ROOT))
                .number("SeverityNumber", severity(line.level()))
                .text("Body", String.valueOf(line.event()));
        members.begin("Resource");
        new JsonMembers(writer, limits).fields(service, resource).end().separate();
        members.begin("InstrumentationScope");
        new JsonMembers(writer, limits).text("name", line.logger()).end().separate();
        members.begin("Attributes");
        JsonMembers inner = new JsonMembers(writer, limits).fields(own, attributes);
        if (line.thrown() != null) {
            inner.text("exception.type", line.thrown().getClass().getName())
                    .text("exception.message", Told.message(line.thrown()))
                    .trace("exception.stacktrace", line.thrown());
        }
        inner.end();
        members.endLine();
    }

    private static String nanos(LineParts line) {
        return String.valueOf(ChronoUnit.NANOS.between(Instant.EPOCH, line.time()));
    }

    /** Returns the lowest number in OpenTelemetry's range for this level. */
    private static int severity(int level) {
        return switch (LevelName.text(level)) {
            case "debug" -> 5;
            case "info" -> 9;
            case "warning" -> 13;
            case "error" -> 17;
            default -> 21;
        };
    }
}

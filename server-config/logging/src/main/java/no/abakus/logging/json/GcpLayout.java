package no.abakus.logging.json;

import java.util.Locale;
import java.util.Map;

/**
 * Structured payloads as Google Cloud Logging reads them from stdout, with its names for severity, time, trace and
 * stack trace.
 */
final class GcpLayout implements LineLayout {
    private static final Map<String, String> NAMES = Map.of(
            "trace_id", "logging.googleapis.com/trace",
            "span_id", "logging.googleapis.com/spanId");

    private final Keys keys;

    GcpLayout(LineEncoder encoder) {
        keys = encoder.keys(name -> NAMES.getOrDefault(name, name));
    }

    @Override
    public void write(LineParts line, FieldWriter writer, Limits limits) {
        JsonMembers members = new JsonMembers(writer, limits)
                .begin()
                .ascii("severity", LevelName.text(line.level()).toUpperCase(Locale.ROOT))
                .time("time", line)
                .text("message", String.valueOf(line.event()))
                .text("logger", line.logger());
        members.fields(line.fields(), keys);
        if (line.thrown() != null) {
            members.trace("stack_trace", line.thrown());
        }
        members.endLine();
    }
}

package no.abakus.logging.json;

import java.time.ZoneId;

/**
 * Arranges a line in a format other than our own. There is one layout per encoder, and all threads share it. A layout
 * ends its output with a line feed, and does not catch a {@link LineTooLong} from the buffer.
 */
interface LineLayout {
    void write(LineParts line, FieldWriter writer, Limits limits);

    /**
     * Returns the layout for a value of the setting {@code abakus.logging.format}; null for our own format, which has
     * its own writer.
     */
    static LineLayout named(String name, LineEncoder encoder) {
        return switch (name) {
            case "abakus" -> null;
            case "ecs" -> new EcsLayout(encoder);
            case "otel" -> new OtelLayout(encoder);
            case "gcp" -> new GcpLayout(encoder);
            case "logfmt" -> new LogfmtLayout(encoder);
            case "console" -> new ConsoleLayout(encoder, Colours.forThisProcess(), ZoneId.systemDefault());
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is not a line format; use abakus, ecs, otel, gcp, logfmt or console");
        };
    }
}

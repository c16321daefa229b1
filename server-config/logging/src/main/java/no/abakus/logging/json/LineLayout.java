package no.abakus.logging.json;

import java.time.ZoneId;

/**
 * Arranges a line in somebody else's way. One for each encoder, shared by its threads. Ends what it writes with a line feed; a
 * {@link LineTooLong} from the buffer it lets pass.
 */
interface LineLayout {
    void write(LineParts line, FieldWriter writer, Limits limits);

    /** The layout of a name of the setting {@code abakus.logging.format}; null for our own, which has a writer of its own. */
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
                        "'" + name + "' is no format of lines; there are abakus, ecs, otel, gcp, logfmt, console");
        };
    }
}

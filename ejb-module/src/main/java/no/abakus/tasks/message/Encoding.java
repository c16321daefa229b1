package no.abakus.tasks.message;

import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;

/**
 * How a message body is to be written.
 *
 * @param serializer the serializer's name; empty for the default
 * @param compressor the compressor's name; empty if none was given
 * @param plain whether the body must not be compressed, whatever the default is
 */
public record Encoding(Optional<String> serializer, Optional<String> compressor, boolean plain) {

    /** The default encoding. */
    public static final Encoding STANDARD = new Encoding(Optional.empty(), Optional.empty(), false);

    /**
     * Returns the encoding with the serializer and the compressor that the options name, or else those that the task
     * declares.
     */
    public static Encoding of(
            TaskOptions options, Optional<String> declaredSerializer, Optional<String> declaredCompression) {
        if (options.isEmpty() && declaredSerializer.isEmpty() && declaredCompression.isEmpty()) {
            return STANDARD;
        }
        return new Encoding(
                options.says(TaskOption.SERIALIZER) ? options.get(TaskOption.SERIALIZER) : declaredSerializer,
                options.says(TaskOption.COMPRESSION) ? options.get(TaskOption.COMPRESSION) : declaredCompression,
                options.says(TaskOption.COMPRESSION)
                        && options.get(TaskOption.COMPRESSION).isEmpty());
    }

    Optional<String> compression(Optional<String> standard) {
        return compressor.isPresent() || plain ? compressor : standard;
    }
}

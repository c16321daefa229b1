package no.abakus.tasks.message;

import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;

/**
 * What a body is to be written with.
 *
 * @param serializer the serializer's name; empty for the standard one
 * @param compressor the compressor's name; empty where nobody says
 * @param plain whether it is not to be compressed, whatever is standard
 */
public record Encoding(Optional<String> serializer, Optional<String> compressor, boolean plain) {

    /** What is standard. */
    public static final Encoding STANDARD = new Encoding(Optional.empty(), Optional.empty(), false);

    /** What the options say, else what the task declares. */
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

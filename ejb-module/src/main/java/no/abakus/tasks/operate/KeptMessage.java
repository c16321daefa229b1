package no.abakus.tasks.operate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence that the history keeps of a failed or retried execution.
 *
 * @param contentType the format of the body; empty if the message is unknown
 * @param compression the compressor of the body
 * @param size the size of the body, in characters of text or in bytes
 * @param bodyKept whether the body is kept
 * @param properties the other parts of the message
 * @param traceback the stack trace, redacted
 * @param lines the last log lines of the execution, as JSON objects
 * @param retriedAs the id of the new task, if the failed task was sent again
 */
public record KeptMessage(
        Optional<String> contentType,
        Optional<String> compression,
        long size,
        boolean bodyKept,
        Map<String, Object> properties,
        Optional<String> traceback,
        List<String> lines,
        Optional<String> retriedAs) {

    public KeptMessage {
        properties = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(properties));
        lines = List.copyOf(lines);
    }
}

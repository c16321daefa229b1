package no.abakus.tasks.port;

import java.util.Optional;

/**
 * The evidence of an execution that failed or was retried.
 *
 * @param errorType the full class name of the exception, or the code of the rejection; the name of the state if there
 *     is neither
 * @param frame the innermost stack frame of the application
 * @param contentType the format of the body; empty if the message is unknown
 * @param compression the compressor of the body
 * @param bodySize the size of the body as it was sent
 * @param body the body, unless it is too large or must not be kept
 * @param properties the other parts of the message, as JSON
 * @param traceback the redacted stack trace
 * @param lines the last log lines of the execution, one JSON object per line
 * @param retriedAs the id of the new task, if the failed task was sent again
 */
public record HistoryEvidence(
        String errorType,
        Optional<String> frame,
        Optional<String> contentType,
        Optional<String> compression,
        long bodySize,
        Optional<HistoryBody> body,
        Optional<String> properties,
        Optional<String> traceback,
        Optional<String> lines,
        Optional<String> retriedAs) {}

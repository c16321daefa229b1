package no.abakus.tasks.message;

import java.util.Optional;
import no.abakus.tasks.spi.MessageBody;

/**
 * A body, and the headers that a worker needs to read it.
 *
 * @param contentType its format
 * @param compression its compressor, if it is compressed
 * @param body the body
 */
public record WrittenBody(String contentType, Optional<String> compression, MessageBody body) {}

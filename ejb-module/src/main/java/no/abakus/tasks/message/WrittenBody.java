package no.abakus.tasks.message;

import java.util.Optional;
import no.abakus.tasks.spi.MessageBody;

/**
 * A body, and the headers that a worker needs to read it.
 *
 * @param contentType the body's content type
 * @param compression the name of the body's compressor; empty if it is not compressed
 * @param body the body
 */
public record WrittenBody(String contentType, Optional<String> compression, MessageBody body) {}

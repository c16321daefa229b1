package no.abakus.tasks.message;

import java.util.Optional;
import no.abakus.tasks.spi.MessageBody;

/**
 * A body, and what a worker has to know to read it.
 *
 * @param contentType what it is written in
 * @param compression what it is compressed with, if it is
 * @param body the body
 */
public record WrittenBody(String contentType, Optional<String> compression, MessageBody body) {}

package no.abakus.tasks.port;

/**
 * A result or a failure, as it is stored.
 *
 * @param contentType the format of the value
 * @param compression the compressor; empty if it is not compressed
 * @param bytes the value; never modified
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
public record StoredValue(String contentType, String compression, byte[] bytes) {}

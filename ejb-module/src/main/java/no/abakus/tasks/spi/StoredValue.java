package no.abakus.tasks.spi;

/**
 * A result, or what is kept of an exception, as it is stored.
 *
 * @param contentType what it is written in
 * @param compression how it is compressed; empty text for not at all
 * @param bytes the value; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
public record StoredValue(String contentType, String compression, byte[] bytes) {}

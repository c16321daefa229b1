package no.abakus.tasks.spi;

/**
 * The body of a message. It is text if the serializer writes text; a JMS console can show such a body. Otherwise, it is
 * bytes.
 */
public sealed interface MessageBody {

    /** Returns the size in characters of text, or in bytes. */
    long size();

    /** A body that a JMS console can show. JMS: {@code TextMessage}. */
    record Text(String text) implements MessageBody {
        @Override
        public long size() {
            return text.length();
        }
    }

    /** A body of bytes. The record does not copy the array, because it is never modified. JMS: {@code BytesMessage}. */
    @SuppressWarnings("ArrayRecordComponent") // bodies are written and read, never compared
    record Binary(byte[] bytes) implements MessageBody {
        @Override
        public long size() {
            return bytes.length;
        }
    }
}

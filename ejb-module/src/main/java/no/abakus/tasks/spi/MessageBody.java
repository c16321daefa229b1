package no.abakus.tasks.spi;

/**
 * The body of a message: text if the serializer writes text and the body is not compressed, otherwise bytes. A JMS
 * console can show text.
 */
public sealed interface MessageBody {

    /** Returns the number of characters of a text, or the number of bytes. */
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

package no.abakus.tasks.spi;

/** The body of a message: text where a serializer writes text, so that a JMS console can show it, else bytes. */
public sealed interface MessageBody {

    /** How large it is: characters of text, or bytes. */
    long size();

    /** A body that a JMS console can show. JMS: {@code TextMessage}. */
    record Text(String text) implements MessageBody {
        @Override
        public long size() {
            return text.length();
        }
    }

    /** A body of bytes, which the record does not copy: nobody changes them. JMS: {@code BytesMessage}. */
    @SuppressWarnings("ArrayRecordComponent") // bodies are written and read, never compared
    record Binary(byte[] bytes) implements MessageBody {
        @Override
        public long size() {
            return bytes.length;
        }
    }
}

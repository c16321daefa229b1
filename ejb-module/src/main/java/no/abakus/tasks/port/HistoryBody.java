package no.abakus.tasks.port;

import java.nio.charset.StandardCharsets;
import no.abakus.tasks.spi.MessageBody;

/**
 * A message's body as bytes.
 *
 * @param isText whether it was text, which is stored as UTF-8
 * @param bytes the bytes, which are never modified
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are written and read, never compared
public record HistoryBody(boolean isText, byte[] bytes) {

    /** The bytes of this body. */
    public static HistoryBody of(MessageBody body) {
        return body instanceof MessageBody.Text text
                ? new HistoryBody(true, text.text().getBytes(StandardCharsets.UTF_8))
                : new HistoryBody(false, ((MessageBody.Binary) body).bytes());
    }

    /** The body as it was sent. */
    public MessageBody body() {
        return isText ? new MessageBody.Text(new String(bytes, StandardCharsets.UTF_8)) : new MessageBody.Binary(bytes);
    }
}

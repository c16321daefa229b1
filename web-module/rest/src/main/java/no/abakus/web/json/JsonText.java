package no.abakus.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * A body as text. JSON between programs is UTF-8 (RFC 8259). Any other encoding is rejected, not decoded with
 * replacement characters.
 */
final class JsonText {

    private static final ProblemType BAD_JSON = new ProblemType("bad-json", 400, "Not JSON");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    static String of(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(BAD_JSON, "The body is not valid UTF-8", e);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

package no.abakus.tasks.message;

import java.io.IOException;
import no.abakus.jackson.core.JsonGenerationException;
import no.abakus.jackson.core.JsonGenerator;
import no.abakus.jackson.core.util.JsonGeneratorDelegate;

/**
 * Rejects strings with an unpaired surrogate. UTF-8 cannot represent one, and encoders silently write a question mark
 * instead.
 */
final class WholeTexts extends JsonGeneratorDelegate {

    WholeTexts(JsonGenerator generator) {
        super(generator);
    }

    @Override
    public void writeString(String text) throws IOException {
        check(text);
        super.writeString(text);
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        check(new String(text, offset, length));
        super.writeString(text, offset, length);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        check(name);
        super.writeFieldName(name);
    }

    private void check(String text) throws IOException {
        int half = text == null ? -1 : half(text);
        if (half >= 0) {
            throw new JsonGenerationException(
                    "a string has half a character at position " + half
                            + " (an unpaired surrogate), which UTF-8 cannot represent",
                    this);
        }
    }

    /** Returns the position of the first unpaired surrogate; -1 if there is none. */
    static int half(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}

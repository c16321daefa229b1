package no.abakus.web.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.databind.DeserializationContext;
import no.abakus.jackson.databind.deser.std.StdDeserializer;

/** Reads an instant only from ISO-8601 with an offset, because a number could mean seconds or milliseconds. */
final class StrictInstant extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    private static final int LAST_YEAR = 9999;

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            OffsetDateTime said = OffsetDateTime.parse(parser.getText());
            if (said.getYear() >= 1 && said.getYear() <= LAST_YEAR) {
                return said.toInstant();
            }
            return (Instant) context.handleWeirdStringValue(
                    Instant.class, parser.getText(), "is beyond the years 1 to " + LAST_YEAR);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(
                    Instant.class, parser.getText(), "takes ISO-8601 with an offset, such as 2030-01-31T12:00:00Z");
        }
    }
}

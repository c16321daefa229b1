package no.abakus.tasks.message;

import java.io.IOException;
import java.math.BigDecimal;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.util.JsonParserDelegate;

/** Makes a JSON tree keep each decimal as {@link ExactNumbers} reads it. Not thread-safe. */
final class ExactDecimals extends JsonParserDelegate {

    ExactDecimals(JsonParser parser) {
        super(parser);
    }

    @Override
    public NumberTypeFP getNumberTypeFP() throws IOException {
        return ExactNumbers.exact(delegate) instanceof BigDecimal ? NumberTypeFP.BIG_DECIMAL : NumberTypeFP.DOUBLE64;
    }

    /** The parser itself would convert a {@link BigDecimal} to a double, and so lose the sign of a negative zero. */
    @Override
    public double getDoubleValue() throws IOException {
        return ExactNumbers.exact(delegate).doubleValue();
    }
}

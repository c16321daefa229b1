package no.abakus.web.json;

import java.io.IOException;
import java.math.BigDecimal;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.util.JsonParserDelegate;

/** Reads a decimal as a double if the double prints as the same number, and otherwise with all its digits. */
final class ExactParser extends JsonParserDelegate {

    ExactParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public NumberTypeFP getNumberTypeFP() throws IOException {
        double near = getDoubleValue();
        boolean same = Double.isFinite(near)
                && new BigDecimal(Double.toString(near)).compareTo(new BigDecimal(getText())) == 0;
        return same ? NumberTypeFP.DOUBLE64 : NumberTypeFP.BIG_DECIMAL;
    }
}

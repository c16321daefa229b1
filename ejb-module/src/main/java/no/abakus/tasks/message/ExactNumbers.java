package no.abakus.tasks.message;

import java.io.IOException;
import java.math.BigDecimal;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.databind.DeserializationContext;
import no.abakus.jackson.databind.JavaType;
import no.abakus.jackson.databind.deser.std.StdScalarDeserializer;
import no.abakus.jackson.databind.deser.std.UntypedObjectDeserializer;
import no.abakus.jackson.databind.module.SimpleModule;

/**
 * Reads decimals of unspecified type: as a {@code double} if that is exact, otherwise as a {@link BigDecimal}, so that
 * neither a digit nor the sign of a zero is lost.
 */
final class ExactNumbers {

    private ExactNumbers() {}

    static SimpleModule module() {
        return new SimpleModule("exact-numbers")
                .addDeserializer(Object.class, new OfObject())
                .addDeserializer(Number.class, new OfNumber());
    }

    /** Returns the current decimal of a parser. Formats with native doubles return them unchanged. */
    static Number exact(JsonParser json) throws IOException {
        if (json.getNumberTypeFP() != JsonParser.NumberTypeFP.UNKNOWN) {
            return json.getNumberValueExact();
        }
        BigDecimal decimal = json.getDecimalValue();
        if (decimal.signum() == 0) {
            return json.getText().startsWith("-") ? -0.0 : 0.0;
        }
        double nearest = decimal.doubleValue();
        boolean isSame = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(decimal) == 0;
        return isSame ? (Number) nearest : decimal;
    }

    private static final class OfObject extends UntypedObjectDeserializer {

        private static final long serialVersionUID = 1L;

        OfObject() {
            super((JavaType) null, (JavaType) null);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.hasToken(JsonToken.VALUE_NUMBER_FLOAT) ? exact(json) : super.deserialize(json, context);
        }
    }

    private static final class OfNumber extends StdScalarDeserializer<Number> {

        private static final long serialVersionUID = 1L;

        OfNumber() {
            super(Number.class);
        }

        @Override
        public Number deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return exact(json);
            }
            return json.hasToken(JsonToken.VALUE_NUMBER_INT)
                    ? json.getNumberValue()
                    : (Number) context.handleUnexpectedToken(Number.class, json);
        }
    }
}

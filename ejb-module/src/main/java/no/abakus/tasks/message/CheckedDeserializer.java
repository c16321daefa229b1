package no.abakus.tasks.message;

import java.io.IOException;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.databind.BeanProperty;
import no.abakus.jackson.databind.DeserializationContext;
import no.abakus.jackson.databind.JsonDeserializer;
import no.abakus.jackson.databind.JsonMappingException;
import no.abakus.jackson.databind.deser.std.DelegatingDeserializer;
import no.abakus.tasks.message.UnchangedValues.Expected;

/** Checks a string or a number before another deserializer reads it. */
final class CheckedDeserializer extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient Expected expected;

    CheckedDeserializer(JsonDeserializer<?> delegate, Expected expected) {
        super(delegate);
        this.expected = expected;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
        return new CheckedDeserializer(delegate, expected);
    }

    /** Leaves out the check for a property that declares a pattern, because only that pattern is used to read it. */
    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> contextual = super.createContextual(context, property);
        boolean hasPattern = property != null
                && property.findPropertyFormat(context.getConfig(), handledType())
                        .hasPattern();
        return hasPattern ? contextual.getDelegatee() : contextual;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING && expected.refused().test(json.getText())) {
            context.reportInputMismatch(handledType(), "This string would be read as another value");
        }
        if (token != null && token.isNumeric() && !expected.numbers().hold(json)) {
            context.reportInputMismatch(handledType(), "This number is out of the range of its type");
        }
        return super.deserialize(json, context);
    }
}

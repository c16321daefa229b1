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

/** Looks at a text or a number before another deserializer reads it. */
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

    /** A property that declares a pattern is read only by that pattern. */
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
            context.reportInputMismatch(handledType(), "This text would be read as another value");
        }
        if (token != null && token.isNumeric() && !expected.numbers().hold(json)) {
            context.reportInputMismatch(handledType(), "This number is beyond what its type holds");
        }
        return super.deserialize(json, context);
    }
}

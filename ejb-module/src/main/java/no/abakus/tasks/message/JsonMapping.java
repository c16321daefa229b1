package no.abakus.tasks.message;

import no.abakus.jackson.core.StreamReadFeature;
import no.abakus.jackson.databind.DeserializationFeature;
import no.abakus.jackson.databind.MapperFeature;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.SerializationFeature;
import no.abakus.jackson.databind.cfg.CoercionAction;
import no.abakus.jackson.databind.cfg.CoercionInputShape;
import no.abakus.jackson.databind.cfg.MapperBuilder;
import no.abakus.jackson.databind.json.JsonMapper;
import no.abakus.jackson.databind.type.LogicalType;
import no.abakus.jackson.databind.util.StdDateFormat;
import no.abakus.jackson.datatype.jdk8.Jdk8Module;
import no.abakus.jackson.datatype.jsr310.JavaTimeFeature;
import no.abakus.jackson.datatype.jsr310.JavaTimeModule;
import no.abakus.jackson.module.paramnames.ParameterNamesModule;

/**
 * Maps arguments to JSON and similar formats: dates become ISO-8601 text, and a value's type never changes silently
 * when it is read.
 */
final class JsonMapping {

    private JsonMapping() {}

    static ObjectMapper strict() {
        return strict(JsonMapper.builder());
    }

    /** Makes the builder strict and returns its mapper. */
    static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(MapperBuilder<M, B> builder) {
        return builder.annotationIntrospector(new HostAnnotations())
                .addModules(
                        new JavaTimeModule().disable(JavaTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID),
                        new Jdk8Module(),
                        new ParameterNamesModule(),
                        ExactNumbers.module(),
                        UnchangedValues.module())
                // Of two members with the same name, the last one would silently replace the first.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // A lenient mapper would turn 31 February into 3 March.
                .defaultDateFormat(new StdDateFormat().withLenient(false))
                .withCoercionConfigDefaults(all -> all.setAcceptBlankAsEmpty(false))
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // Several values go into one body, so the writer must not flush after each.
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .withCoercionConfig(LogicalType.Textual, textual -> textual.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}

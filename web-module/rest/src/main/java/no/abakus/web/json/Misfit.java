package no.abakus.web.json;

import java.util.stream.Collectors;
import no.abakus.jackson.core.JsonLocation;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.core.exc.InputCoercionException;
import no.abakus.jackson.databind.JsonMappingException;
import no.abakus.jackson.databind.exc.InvalidFormatException;
import no.abakus.jackson.databind.exc.MismatchedInputException;
import no.abakus.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a client why its body could not be read. Jackson's own messages would name our packages and quote the body. */
final class Misfit {

    private Misfit() {}

    static String describe(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "There is no member '" + unknown.getPropertyName() + "' here; the members are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException format) {
            return where(format) + "is no " + kind(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return where(mismatch) + "has a value of the wrong type"
                    + (mismatch.getTargetType() == null ? "" : ": not a " + kind(mismatch.getTargetType()));
        }
        if (e instanceof JsonMappingException refused && refused.getCause() instanceof IllegalArgumentException said) {
            return where(refused) + "is refused: " + said.getMessage();
        }
        if (e instanceof JsonMappingException refused && refused.getCause() instanceof InputCoercionException beyond) {
            return where(refused) + "is a number that does not fit, not a " + kind(beyond.getTargetType());
        }
        return "The body is not valid JSON" + position(e.getLocation());
    }

    private static String where(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "The body " : "'" + (path.startsWith(".") ? path.substring(1) : path) + "' ";
    }

    private static String kind(Class<?> type) {
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "JSON array";
        }
        boolean isObject = type.isRecord() || java.util.Map.class.isAssignableFrom(type);
        return isObject ? "JSON object" : type.getSimpleName();
    }

    private static String position(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

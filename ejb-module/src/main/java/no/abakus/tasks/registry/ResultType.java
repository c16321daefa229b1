package no.abakus.tasks.registry;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * The type of a task's result.
 *
 * @param value the type of the value; for a stage or a future, the type that it completes with
 */
public record ResultType(Type value) {

    static ResultType of(Type returned) {
        Type value = returned;
        boolean later = false;
        while (isLater(value)) {
            later = true;
            value = value instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1
                    ? bound(generic.getActualTypeArguments()[0])
                    : Object.class;
        }
        boolean isKnown = value instanceof Class<?> || value instanceof ParameterizedType || !later;
        return new ResultType(value == void.class || value == Void.class || !isKnown ? Object.class : value);
    }

    private static Type bound(Type argument) {
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    static boolean isLater(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> known
                && (CompletionStage.class.isAssignableFrom(known) || Future.class.isAssignableFrom(known));
    }
}

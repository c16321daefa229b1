package no.abakus.tasks.message;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.TaskArguments;

/**
 * Finds parameters of type {@code float}. A parameter of any other type receives a number unchanged or refuses it.
 * A float, however, rounds whole numbers beyond 2^24 and most doubles, and makes numbers beyond its range infinite.
 */
final class Narrow {

    private Narrow() {}

    static boolean areAmong(TaskArguments arguments, ParameterTypes types) {
        for (int i = 0; i < arguments.args().size(); i++) {
            if (isNarrow(types.at(i))) {
                return true;
            }
        }
        for (String name : arguments.kwargs().keySet()) {
            if (isNarrow(types.named(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNarrow(Optional<Type> type) {
        return type.isPresent() && holdsFloats(type.get());
    }

    private static boolean holdsFloats(Type type) {
        if (type instanceof Class<?> plain) {
            return plain == float.class
                    || plain == Float.class
                    || (plain.isArray() && holdsFloats(plain.componentType()));
        }
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                if (holdsFloats(argument)) {
                    return true;
                }
            }
        }
        return type instanceof GenericArrayType array && holdsFloats(array.getGenericComponentType());
    }
}

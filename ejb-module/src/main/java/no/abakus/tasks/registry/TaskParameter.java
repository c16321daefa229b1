package no.abakus.tasks.registry;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A parameter of a task.
 *
 * @param name its name, as used in kwargs
 * @param type its full type
 */
record TaskParameter(String name, Type type) {

    /** Whether a call may omit the parameter. An omitted {@link Optional} is empty. */
    boolean isOptional() {
        return rawType() == Optional.class;
    }

    Class<?> rawType() {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        return type instanceof java.lang.reflect.ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : Object.class;
    }

    @Override
    public String toString() {
        return SimpleTypeName.of(type) + " " + name;
    }
}

package no.abakus.logging;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the parts of a class that {@link Sensitive} marks, once per class. */
public final class Sensitivity {
    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return kind(type);
        }
    };

    private Sensitivity() {}

    /** The part of a value that must be hidden. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** Components of a record. */
        PARTS,
        /** The value itself. */
        WHOLE
    }

    /** Returns the part of this class's values that must be hidden. */
    public static Kind of(Class<?> type) {
        return KINDS.get(type);
    }

    /**
     * Returns the components of a record of {@link Kind#PARTS}, with the sensitive ones hidden.
     *
     * @throws IllegalStateException if a component cannot be read
     */
    public static Map<String, Object> components(Object value) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            components.put(
                    component.getName(),
                    component.isAnnotationPresent(Sensitive.class) ? Redaction.REDACTED : read(component, value));
        }
        return components;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", unreadable);
        }
    }

    private static Kind kind(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            if (one.isAnnotationPresent(Sensitive.class) || implementsSensitive(one)) {
                return Kind.WHOLE;
            }
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.isAnnotationPresent(Sensitive.class)) {
                    return Kind.PARTS;
                }
            }
        }
        return Kind.NONE;
    }

    private static boolean implementsSensitive(Class<?> type) {
        for (Class<?> one : type.getInterfaces()) {
            if (one.isAnnotationPresent(Sensitive.class) || implementsSensitive(one)) {
                return true;
            }
        }
        return false;
    }
}

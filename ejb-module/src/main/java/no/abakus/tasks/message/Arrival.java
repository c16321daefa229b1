package no.abakus.tasks.message;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks whether a value arrived as it was sent. Numbers must keep their value; JDK values must be equal, or compare as
 * equal. The application's own classes may convert their contents as they like.
 */
final class Arrival {

    private static final int DEEPEST = 100;

    private Arrival() {}

    /** Describes the change as a clause; empty if nothing has changed. */
    static Optional<String> change(Object sent, Object arrived) {
        return change(sent, arrived, 0);
    }

    private static Optional<String> change(Object sent, Object arrived, int depth) {
        boolean isGone = arrived == null && !(sent instanceof Number);
        if (sent == null || isGone || isEqual(sent, arrived) || depth > DEEPEST) {
            return Optional.empty();
        }
        // Only a plain value is compared with a number, because an object of the application may be created from a
        // number.
        if (sent instanceof Number number && (arrived == null || isPlain(arrived))) {
            return isSame(number, arrived) ? Optional.empty() : told(sent, arrived);
        }
        if (sent instanceof List<?> list && arrived instanceof List<?> other) {
            return inOrder(list, other, depth);
        }
        if (sent instanceof Map<?, ?> map && arrived instanceof Map<?, ?> other) {
            return byName(map, other, depth);
        }
        return isOfTheJdk(sent) && sent.getClass() == arrived.getClass() && !isSamePlace(sent, arrived)
                ? told(sent, arrived)
                : Optional.empty();
    }

    /** Whether the values are equal; false if an application's {@code equals} throws. */
    private static boolean isEqual(Object sent, Object arrived) {
        try {
            return sent.equals(arrived);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value.getClass().getPackageName().equals("java.lang");
    }

    private static Optional<String> inOrder(List<?> sent, List<?> arrived, int depth) {
        Iterator<?> others = arrived.iterator();
        for (Object element : sent) {
            Optional<String> change =
                    others.hasNext() ? change(element, others.next(), depth + 1) : Optional.of("elements are missing");
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> byName(Map<?, ?> sent, Map<?, ?> arrived, int depth) {
        for (Map.Entry<?, ?> entry : sent.entrySet()) {
            Object other = arrived.get(entry.getKey());
            Optional<String> change = other == null ? Optional.empty() : change(entry.getValue(), other, depth + 1);
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Number sent, Object arrived) {
        if (!sent.getClass().getPackageName().startsWith("java.")) {
            return true;
        }
        Optional<BigDecimal> before = decimal(sent);
        Optional<BigDecimal> after = arrived instanceof Number number ? decimal(number) : Optional.empty();
        return before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) == 0;
    }

    /** Returns the number as it was written; empty if it is not finite. */
    private static Optional<BigDecimal> decimal(Number number) {
        try {
            return Optional.of(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the value's own {@code equals} decides. A container's does not, because it depends on the elements, and
     * these may be objects of the application.
     */
    private static boolean isOfTheJdk(Object value) {
        boolean holdsOthers = value instanceof Collection
                || value instanceof Map
                || value instanceof Map.Entry
                || value instanceof Optional;
        boolean isOfTheJdk =
                value instanceof Path || value.getClass().getPackageName().startsWith("java.");
        return isOfTheJdk && !holdsOthers && saysWhatIsEqual(value);
    }

    private static boolean saysWhatIsEqual(Object value) {
        try {
            return value instanceof Comparable
                    || value.getClass().getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("Every object has equals", e);
        }
    }

    @SuppressWarnings("unchecked") // both have the same class
    private static boolean isSamePlace(Object sent, Object arrived) {
        return sent instanceof Comparable && ((Comparable<Object>) sent).compareTo(arrived) == 0;
    }

    private static Optional<String> told(Object sent, Object arrived) {
        String before = sent.getClass().getSimpleName();
        String after = arrived == null ? "null" : arrived.getClass().getSimpleName();
        return Optional.of(
                before.equals(after) ? "a " + before + " changes its value" : "a " + before + " becomes a " + after);
    }
}
